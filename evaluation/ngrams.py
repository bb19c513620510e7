"""Logistic regression over one- and two-word sequences, the same for every set and tuned for none."""

import re

from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedGroupKFold, cross_val_predict
from sklearn.pipeline import make_pipeline


def model():
    return make_pipeline(
        TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=True, token_pattern=r"(?u)\w+"),
        LogisticRegression(C=3, class_weight="balanced", max_iter=500))


def trained(texts, labels):
    return model().fit(texts, labels)


def cross_validated(texts, labels, groups, folds=10):
    """What each text is called by a model that saw no text of its group."""
    split = StratifiedGroupKFold(folds, shuffle=True, random_state=7)
    return list(cross_val_predict(model(), texts, labels, groups=groups, cv=split))


def masked(text, spans):
    """The text with its two names replaced, so that what is learned is not who likes whom."""
    for name, (start, end) in sorted(zip(("NAMEP", "NAMEQ"), spans), key=lambda s: -s[1][0]):
        text = f"{text[:start]} {name} {text[end:]}"
    return text


def masked_names(text, names):
    """The same for names given as lists of ways to say them; a name that the text does not say is left out."""
    for mark, ways in zip(("NAMEP", "NAMEQ"), names):
        for way in sorted(ways, key=len, reverse=True):
            text = re.sub(rf"(?<!\w){re.escape(way)}(?!\w)", mark, text)
    return text
