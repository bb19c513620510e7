"""VADER: a list of words with their valence, and rules for negation, boosters, capitals and "but"."""

import hashlib
import subprocess
import zipfile
from pathlib import Path

from nltk.sentiment.vader import SentimentIntensityAnalyzer, VaderConstants

# nltk has VADER's rules but not its word list; this archive of a port of it (MIT) has the list.
ARCHIVE = "com.github.apanimesh061:vader-sentiment-analyzer:1.0"
WORDS = "vader_sentiment_lexicon.txt"
SHA256 = "88645aa949987662301d41a3f26b950f41b239a4de4e0d4aee84857bf242e35d"
PLAIN = 0.05


class Vader(SentimentIntensityAnalyzer):
    """VADER with a word list of the caller's."""

    def __init__(self, words):
        # The parent's constructor only reads files from folders that nltk trusts.
        self.lexicon_file = words
        self.lexicon = self.make_lex_dict()
        self.constants = VaderConstants()

    def sign(self, text):
        """1, 0 or -1, with the bounds that VADER's authors recommend."""
        compound = self.polarity_scores(text)["compound"]
        return 1 if compound >= PLAIN else -1 if compound <= -PLAIN else 0


def load(folder):
    """VADER; fetches its word list into the folder the first time."""
    name, version = ARCHIVE.split(":")[1:]
    archive = Path(folder) / f"{name}-{version}.jar"
    if not archive.exists():
        subprocess.run(["mvn", "-q", "-B", "dependency:copy", f"-Dartifact={ARCHIVE}", f"-DoutputDirectory={archive.parent.resolve()}"],
                       check=True, cwd=Path(__file__).parent.parent, stdout=subprocess.DEVNULL)
    words = zipfile.ZipFile(archive).read(WORDS)
    if hashlib.sha256(words).hexdigest() != SHA256:
        raise SystemExit(f"{archive}: not the word list that the figures were measured with")
    # A few emoticons are in an encoding of their own.
    return Vader(words.decode("latin-1").strip())
