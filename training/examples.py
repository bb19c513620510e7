"""Reads the training sets into one shape. What each set is and its licence: README.md."""

import csv
import json
import random
import re
from dataclasses import dataclass
from pathlib import Path

from model import ACTS, DIRECTIONS


@dataclass
class Example:
    """A sentence, the spans of its two names (or none), and the label of one head."""

    text: str
    p: tuple | None
    q: tuple | None
    head: str
    label: int  # -1: not known, for a teacher to say
    weight: float = 1.0


def read_dse(path):
    """Two bracketed names a line and one of five directed labels."""
    for line in open(path, encoding="utf8"):
        marked, _, _, label = line.rstrip("\n").split("\t")
        text, spans, start = "", [], None
        for character in marked:
            if character == "[" and start is None and len(spans) < 2:
                start = len(text)
            elif character == "]" and start is not None:
                spans.append((start, len(text)))
                start = None
            else:
                text += character
        if len(spans) == 2:
            yield Example(text, spans[0], spans[1], "direction", int(label))


def once(rows):
    """Rows without repetitions: one in eight of DSE's lines is one, and three in five of those take a side."""
    return list({(e.text, e.p, e.q): e for e in rows}.values())


def read_newsmtsc(path):
    for line in open(path, encoding="utf8"):
        row = json.loads(line)
        yield Example(row["sentence"], (row["from"], row["to"]), None, "tone", row["polarity"] + 1, 0.5)


def read_unscon(path):
    """(speech, example): who splits the set splits it by speech."""
    for row in csv.DictReader(open(path, encoding="utf8")):
        text = re.sub(r"\s+", " ", row["sentence_text"]).strip()
        text = re.sub(r" ([,.;:?!)])", r"\1", text)
        if text:
            label = {"_": 0, "Direct_NegEval": 1, "Indirect_NegEval": 2}[row["A0"]]
            yield row["filename"], Example(text, None, None, "criticism", label)


def read_plover(path):
    """(sentence, example): who splits the set splits it by sentence."""
    for line in open(path, encoding="utf8"):
        row = json.loads(line)
        yield row["text"], Example(row["text"], tuple(row["source"]), tuple(row["target"]), "act", ACTS.index(row["act"]))


# ---- sentences written for this project --------------------------------------------------------------------------------

def unmarked(marked, first, second):
    """The text and the two spans of "{S:Tehran} accused {T:Washington}"."""
    text, spans = "", {}
    for part in re.split(r"(\{[A-Z]:[^}]*\})", marked):
        if part.startswith("{") and part.endswith("}"):
            spans[part[1]] = (len(text), len(text) + len(part) - 4)
            text += part[3:-1]
        else:
            text += part
    return text, spans[first], spans[second]


def read_made_acts(path):
    for line in open(path, encoding="utf8"):
        act, marked = line.rstrip("\n").split("\t")
        text, source, target = unmarked(marked, "S", "T")
        yield Example(text, source, target, "act", ACTS.index(act))


#: Acts that take a side. The others do not, or may: a request, a concession, a troop movement.
SIDES = {"p+q": ["AGREE", "SUPPORT", "COOPERATE", "AID"], "none": ["CONSULT"],
         "p-q": ["ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "COERCE", "ASSAULT"]}


def directions_of(acts):
    """The side that the source of an act takes, as examples of directions."""
    side = {ACTS.index(act): DIRECTIONS.index(label) for label, named in SIDES.items() for act in named}
    for e in acts:
        if e.label in side:
            yield Example(e.text, e.p, e.q, "direction", side[e.label], e.weight)


def read_made_stances(path):
    for line in open(path, encoding="utf8"):
        label, marked = line.rstrip("\n").split("\t")
        text, p, q = unmarked(marked, "P", "Q")
        yield Example(text, p, q, "direction", DIRECTIONS.index(label))


# ---- sentences made from the engine's own cue frames ----------------------------------------------------------------

NAMES = """Russia;Ukraine;the United States;China;Iran;Israel;Turkey;France;Germany;Britain;Poland;Japan;India;Pakistan;
Syria;Iraq;Egypt;Libya;Sudan;Ethiopia;Serbia;Kosovo;Bosnia;Croatia;Albania;Greece;Cyprus;Georgia;Armenia;Azerbaijan;
Vietnam;Cambodia;Thailand;Indonesia;the Philippines;North Korea;South Korea;Taiwan;Cuba;Venezuela;Colombia;Nigeria;Rwanda;
Somalia;Yemen;Saudi Arabia;Lebanon;Jordan;Afghanistan;the Kremlin;Washington;Moscow;Beijing;Tehran;Ankara;the European Union;
the United Nations;NATO;Hamas;Hezbollah;the Taliban;the opposition;rebels;the government;police;the army;protesters;workers;
President Mironov;Prime Minister Okafor;the foreign minister;the parliament;refugees;the Security Council;the opposition party;
Foreign Minister Larsen;General Haddad;guerrillas;the rebels;security forces;students;the president;militants""".replace("\n", "").split(";")
LEADS = ["", "", "", "", "On Tuesday, ", "Yesterday, ", "In a statement, ", "After weeks of tension, ", "Officials said "]
TAILS = ["", "", " on Friday", " last week", ", officials said", ", a spokesman said on Monday", " after days of talks",
         " over the border dispute", ", state media reported", " in the north of the country", ", according to a diplomat"]
OBJECTS = {"to": ["hold elections", "withdraw its troops", "resume talks", "release the prisoners", "cut aid", "join the pact"],
           "that": ["the ceasefire be respected", "the accord was broken"], "ing": ["sending troops", "holding talks", "signing the treaty"]}
NOUN_VERBS = ["announced", "confirmed", "continued", "discussed"]


def inflect(verb, form):
    """The past, -ing or -s form of a regular verb; irregular ones come from the engine's table."""
    head, _, rest = verb.partition(" ")
    irregular = IRREGULAR.get(head)
    if form == "past":
        word = irregular[0] if irregular else head + "d" if head.endswith("e") else \
            head[:-1] + "ied" if re.search(r"[^aeiou]y$", head) else head + "ed"
    elif form == "part":
        word = irregular[1] if irregular else inflect(head, "past")
    elif form == "s":
        word = head + "es" if re.search(r"(s|sh|ch|x|z)$", head) else head[:-1] + "ies" if re.search(r"[^aeiou]y$", head) else head + "s"
    elif form == "ing":
        word = head[:-1] + "ing" if head.endswith("e") and not head.endswith("ee") else head + "ing"
    else:
        word = head
    return word + (" " + rest if rest else "")


IRREGULAR = {}


def read_irregular(path):
    for line in open(path, encoding="utf8"):
        if line.strip() and not line.startswith("#"):
            cells = line.rstrip("\n").split("\t")
            if len(cells) >= 3:
                IRREGULAR[cells[0]] = (cells[1].split("|")[0], cells[2].split("|")[0])


def from_cues(path, each, seed):
    """Sentences that say an act with the frames of the cue lexicon: made, not found, so weighted lightly."""
    rng = random.Random(seed)
    frames = [line.rstrip("\n").split("\t") for line in open(path, encoding="utf8") if not line.startswith("#")]
    frames = [f for f in frames if len(f) >= 6 and f[5] != "-" and f[1] in ("subj", "poss") and f[0][:2] in ("v:", "n:")]
    counts = {}
    for frame in frames:
        counts[frame[5]] = counts.get(frame[5], 0) + 1
    for frame in frames:
        # Small acts are made as often as large ones.
        times = max(1, round(each * (150 / counts[frame[5]]) ** 0.6))
        for _ in range(times):
            made = sentence(frame, rng)
            if made:
                yield made


def sentence(frame, rng):
    pattern, holder, target, _, _, act = frame[:6]
    words = pattern[2:].replace("_", " ")
    if not re.fullmatch(r"[A-Za-z' -]+", words):
        return None
    source, aim = rng.sample(NAMES, 2)
    link = rng.choice(target.split(","))
    lead, tail = rng.choice(LEADS), rng.choice(TAILS)
    if pattern.startswith("n:"):
        if link in ("obj", "subj", "to", "that", "ing", "poss"):
            link = "against" if act in ("ASSAULT", "SANCTION", "PROTEST", "THREATEN", "ACCUSE") else "with"
        parts = [lead, source, "'s " + words + " " + link + " ", aim, " was " + rng.choice(NOUN_VERBS), tail, "."]
        return assemble(parts, 1, 3, act)
    form = rng.choice(["past", "past", "past", "s", "has", "will", "is", "passive"])
    if form == "passive" and link == "obj":
        return assemble([lead, aim, " was " + inflect(words, "part") + " by ", source, tail, "."], 3, 1, act)
    verb = {"past": inflect(words, "past"), "s": inflect(words, "s"), "has": "has " + inflect(words, "part"),
            "will": "will " + words, "is": "is " + inflect(words, "ing")}.get(form) or inflect(words, "past")
    if link == "obj":
        parts = [lead, source, f" {verb} ", aim, tail, "."]
    elif link == "to" and act in ("REQUEST", "AGREE", "REJECT", "THREATEN", "CONCEDE", "COERCE"):
        parts = [lead, source, f" {verb} to {rng.choice(OBJECTS['to'])} with ", aim, tail, "."]
    elif link in ("inf", "ing", "that"):
        parts = [lead, source, f" {verb} " + ("to " if link == "inf" else "that " if link == "that" else "")
                 + rng.choice(OBJECTS.get(link, OBJECTS["to"])) + rng.choice([" with ", " in "]), aim, tail, "."]
    elif re.fullmatch(r"[a-z]+", link) and link not in ("subj", "poss", "self", "none"):
        parts = [lead, source, f" {verb} {link} ", aim, tail, "."]
    else:
        return None
    return assemble(parts, 1, 3, act)


def assemble(parts, source, target, act):
    text, spans = "", []
    for index, part in enumerate(parts):
        if index and not text.strip():
            part = part[:1].upper() + part[1:]
        spans.append((len(text), len(text) + len(part)))
        text += part
    if not parts[0]:
        text = text[:1].upper() + text[1:]
    return Example(text, spans[source], spans[target], "act", ACTS.index(act), 0.3)


def left_out(rows, part, parts):
    """The groups of (group, example) rows that one of several parts leaves out."""
    groups = sorted({group for group, _ in rows})
    random.Random(11).shuffle(groups)
    return set(groups[part::parts])


def split(rows, out):
    """(kept, held out) of (group, example) rows; a group stands on one side."""
    return [e for g, e in rows if g not in out], [e for g, e in rows if g in out]


def further_pairs(rows, count, rng):
    """Pairs of other names in sentences of DSE, without a label."""
    made = []
    for e in rng.sample(rows, len(rows)):
        names = [m.span() for m in re.finditer(r"\b[A-Z][a-z]+(?: [A-Z][a-z]+)*", e.text) if m.start() > 0]
        fresh = [s for s in names if s not in (e.p, e.q) and len(e.text[slice(*s)]) > 3]
        if fresh and len(names) > 1:
            one = rng.choice(fresh)
            other = rng.choice([s for s in names if s != one])
            made.append(Example(e.text, min(one, other), max(one, other), "direction", -1))
        if len(made) == count:
            break
    return made


def unseen(rows, seen):
    """Rows whose text is not among the seen ones: a quarter of DSE's validation sentences stand in its training file too."""
    def plain(text):
        return re.sub(r"\W+", " ", text.lower()).strip()
    texts = {plain(e.text) for e in seen}
    return [e for e in rows if plain(e.text) not in texts]


def data_files(root):
    root = Path(root)
    return {"dse": root / "dse/train.txt", "dse_valid": root / "dse/valid.txt", "newsmtsc": root / "newsmtsc/train.jsonl",
            "unscon": root / "unscon/conflict_annotations_sentences.csv", "plover": root / "plover/records.jsonl"}
