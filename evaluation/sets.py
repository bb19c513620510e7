"""What is measured on each set, and the baselines on the same items."""

import gzip
import json
import re
import tempfile
from collections import Counter
from dataclasses import dataclass
from html.parser import HTMLParser

import ngrams
from intervals import Figure, macro_f1, overlap_f1, share, triplet_f1

POLARITY = {1: "support", 0: "neutral", -1: "oppose"}


@dataclass
class Row:
    """One line of the table. A baseline is a figure, or words where there is none."""

    key: str
    set: str
    asked: str
    items: str
    figure: str
    demarche: Figure | str
    majority: Figure | str = ""
    lexicon: Figure | str = ""
    ngrams: Figure | str = ""
    published: str = ""
    #: The set, or its visible part, may have taught the shipped model: a held-out figure belongs beside it.
    taught: bool = False


def commonest(labels):
    return Counter(labels).most_common(1)[0][0]


def plain(text):
    return re.sub(r"\W+", " ", text.lower()).strip()


class Sets:
    """Each method measures one set and returns its rows."""

    def __init__(self, shared, instance, vader):
        self.shared, self.instance, self.vader, self.tool = shared, instance, vader, instance.tool

    # ---- hand-marked articles ----------------------------------------------------------------------------------------

    def seeds(self):
        gold = json.load(open(self.shared / "seeds/gold.json", encoding="utf8"))
        items, hits, wrong, manners = [], [], [], []
        totals, *_ = self.instance.score("seeds", dir=str(self.shared / "seeds"))
        for name, marked in gold.items():
            for item in marked:
                with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf8") as one:
                    json.dump({name: [item]}, one)
                    one.flush()
                    found, *_ = self.instance.score("seeds", dir=str(self.shared / "seeds"), file=one.name)
                items.append(item)
                hits.append(found["recall"] > 0), wrong.append(found["contradicted"] > 0)
                if hits[-1] and set(item["flags"]) - {"reported", "dual"}:
                    manners.append(found["manner_right"] > 0)
        same(totals, "recall", share(hits)), same(totals, "contradicted", share(wrong))
        if manners:
            same(totals, "manner_right", share(manners))
        self.instance.raw["seeds"] = totals

        train = [(text, {0: 0, 1: 1, 2: 1, 3: -1, 4: -1}[label]) for text, _, _, label in self.dse_rows("train")]
        learned = ngrams.trained(*zip(*train))
        words = [item["evidence"] for item in items]
        usual = commonest(item["polarity"][0] for item in items)
        guesses = {"majority": [usual] * len(items), "lexicon": [POLARITY[self.vader.sign(w)] for w in words],
                   "ngrams": [POLARITY[sign] for sign in learned.predict(words)]}
        recall = {k: share([g in item["polarity"] for g, item in zip(found, items)]) for k, found in guesses.items()}
        against = {k: share([g in ("support", "oppose") and g not in item["polarity"] for g, item in zip(found, items)])
                   for k, found in guesses.items()}
        name, unit = "hand-marked articles", f"{len(items)} stances, {len(gold)} articles"
        return [Row("seeds-recall", name, "holder, target and polarity, end to end", unit, "recall", share(hits), **recall),
                Row("seeds-contradicted", name, "the same", unit, "contradicted", share(wrong), **against),
                Row("seeds-manner", name, "how the position is held", f"{len(manners)} found stances with a manner", "manner right",
                    share(manners) if manners else "none found")]

    # ---- directed stance between given names -------------------------------------------------------------------------

    def dse_rows(self, part):
        return list(self.tool.read_dse(self.shared / f"data/dse/{part}.txt"))

    def dse(self):
        train, valid = self.dse_rows("train"), self.dse_rows("valid")
        seen = {plain(text) for text, *_ in train}
        keep = [i for i, row in enumerate(valid) if plain(row[0]) not in seen]
        with tempfile.NamedTemporaryFile("w", suffix=".json") as only:
            json.dump(keep, only)
            only.flush()
            totals, rows, found = self.instance.score("dse", file=str(self.shared / "data/dse/valid.txt"), only=only.name)
        self.instance.raw["dse"] = totals
        gold, labels = [row[3] for row in rows], [0, 1, 2, 3, 4]
        # Several pairs may stand in one sentence.
        sentences = [row[0] for row in rows]

        def figure(answers):
            return macro_f1(gold, answers, labels, sentences)

        learned = ngrams.trained([ngrams.masked(t, (p, q)) for t, p, q, _ in train], [row[3] for row in train])
        direct = figure(found)
        same(totals, "macro_f1", direct)
        return [Row("dse", "DSE, valid, what training has not seen", "direction and sign between two given names",
                    f"{len(rows):,} of {len(valid):,}", "macro-F1 of 5", direct,
                    figure([commonest(row[3] for row in train)] * len(rows)),
                    figure([{1: 1, 0: 0, -1: 3}[self.vader.sign(t)] for t in sentences]),
                    figure(learned.predict([ngrams.masked(t, (p, q)) for t, p, q, _ in rows])),
                    "clean test (1,219, not this part): majority 16.9, n-grams 32.1")]

    # ---- SEESAW ------------------------------------------------------------------------------------------------------

    def seesaw(self):
        file = self.shared / "data/seesaw/valid.jsonl.gz"
        totals, articles, pairs = self.instance.score("seesaw", file=str(file))
        self.instance.raw["seesaw"] = totals
        triplets = triplet_f1(pairs)
        same(totals, "f1", triplets)
        training = self.tool.read_seesaw(self.shared / "data/seesaw/train.jsonl.gz")
        usual = commonest(t["stance"] for article in training for t in article["triplets"])
        signs = ngrams.trained(*zip(*(example for article in training for example in self.marked_pairs(article))))
        relations = ngrams.trained(*zip(*(example for article in training for example in self.named_pairs(article))))

        both = [(number, key, gold[key], found[key]) for number, (gold, found) in enumerate(pairs) for key in gold if key in found]
        rows = []
        if both:
            ways = [self.ways(article) for article in articles]
            sentences = [articles[number]["sentences"][key[0]] for number, key, *_ in both]
            masked = [ngrams.masked_names(text, (ways[number][key[1]], ways[number][key[2]]))
                      for text, (number, key, *_) in zip(sentences, both)]

            def figure(answers):
                return macro_f1([gold for _, _, gold, _ in both], answers, ["POS", "NEG"], [number for number, *_ in both])

            polarity = figure([found for *_, found in both])
            same(totals["polarity_where_pair_found"], "macro_f1", polarity)
            rows.append(Row("seesaw-polarity", "SEESAW, valid", "sign where the pair is found", f"{len(both)} pairs", "macro-F1 of 2",
                            polarity, figure([usual] * len(both)),
                            figure([{1: "POS", 0: usual, -1: "NEG"}[self.vader.sign(text)] for text in sentences]),
                            figure(signs.predict(masked)),
                            "pair given, test: majority 38.6, VADER 59.5, n-grams 61.5, DSE2QA 83.4, RoBERTa 84.1"))
        gold = [g for g, _ in pairs]
        rows.append(Row("seesaw-triplets", "SEESAW, valid", "holder, sign and target, end to end",
                        f"{triplets.n:,} triplets, {len(articles)} articles", "F1", triplets,
                        triplet_f1(list(zip(gold, self.guessed(articles, False, lambda texts, _: [usual] * len(texts))))),
                        triplet_f1(list(zip(gold, self.guessed(articles, False, lambda texts, _: [
                            {1: "POS", 0: "NONE", -1: "NEG"}[self.vader.sign(text)] for text in texts])))),
                        triplet_f1(list(zip(gold, self.guessed(articles, True, lambda _, masked: relations.predict(masked))))),
                        "nobody has published"))
        return rows

    def ways(self, article):
        """How the text may call each entity: what the instance is told too."""
        return {f"e{i}": self.tool.names_of(e["name"]) for i, e in enumerate(article["entities"])}

    def marked_pairs(self, article):
        """(sentence with its names masked, sign) for each triplet."""
        for triplet in article["triplets"]:
            names = self.tool.names_of(triplet["holder"]), self.tool.names_of(triplet["target"])
            yield ngrams.masked_names(article["sentences"][triplet["sentence"]], names), triplet["stance"]

    def named_pairs(self, article):
        """(sentence with its names masked, sign or NONE) for each ordered pair of entities that a sentence names."""
        ids = {e["name"]: f"e{i}" for i, e in enumerate(article["entities"])}
        gold = {(t["sentence"], ids.get(t["holder"]), ids.get(t["target"])): t["stance"] for t in article["triplets"]}
        for key, _, masked in self.candidates(article, True):
            yield masked, gold.get(key, "NONE")

    def candidates(self, article, both_ways):
        """((sentence, holder, target), sentence's text, the same masked); the first named is the holder, or each in turn."""
        ways = self.ways(article)
        for number, text in enumerate(article["sentences"]):
            at = {}
            for entity, names in ways.items():
                found = re.search("|".join(rf"(?<!\w){re.escape(n)}(?!\w)" for n in sorted(names, key=len, reverse=True)), text)
                if found:
                    at[entity] = found.start()
            for holder in at:
                for target in at:
                    if holder != target and (both_ways or at[holder] < at[target]):
                        yield (number, holder, target), text, ngrams.masked_names(text, (ways[holder], ways[target]))

    def guessed(self, articles, both_ways, signs):
        """For each article its triplets as a baseline sees them. signs: sentences and masked sentences to POS, NEG or NONE."""
        made = []
        for article in articles:
            found = list(self.candidates(article, both_ways))
            signed = signs([text for _, text, _ in found], [masked for *_, masked in found]) if found else []
            made.append({key: sign for (key, *_), sign in zip(found, signed) if sign != "NONE"})
        return made

    # ---- acts --------------------------------------------------------------------------------------------------------

    def plover(self):
        totals, rows, found = self.instance.score("acts", file=str(self.shared / "data/plover/records.jsonl"))
        self.instance.raw["plover"] = totals
        gold = [row["act"] for row in rows]
        texts = [ngrams.masked(row["text"], (row["source"], row["target"])) for row in rows]
        groups = [plain(row["text"]) for row in rows]
        learned = ngrams.cross_validated(texts, gold, groups, 5)
        friendly = commonest(act for act in gold if "cooperation" in self.tool.QUAD[act])
        hostile = commonest(act for act in gold if "conflict" in self.tool.QUAD[act])
        usual = commonest(gold)
        signed = [{1: friendly, 0: usual, -1: hostile}[self.vader.sign(row["text"])] for row in rows]

        def root(answers):
            return macro_f1(gold, answers, sorted(set(gold)), groups)

        def quad(answers):
            return macro_f1([self.tool.QUAD[act] for act in gold], answers, sorted(set(self.tool.QUAD.values())), groups)

        quads = [self.tool.QUAD[act] for act in gold]
        learned_quads = ngrams.cross_validated(texts, quads, groups, 5)
        direct, direct_quad = root(found), quad([self.tool.QUAD.get(act, "none") for act in found])
        same(totals["root"], "macro_f1", direct), same(totals["quad"], "macro_f1", direct_quad)
        kin = "a larger set of the kind: "
        return [Row("plover-root", "PLOVER examples", "act, root", str(len(rows)), f"macro-F1 of {len(set(gold))}", direct,
                    root([usual] * len(rows)), root(signed), root(learned),
                    kin + "Universal PETRARCH 46, n-grams 62, GPT-4 61.5, RoBERTa-large zero-shot 82", True),
                Row("plover-quad", "PLOVER examples", "act, quad", str(len(rows)), "macro-F1 of 4", direct_quad,
                    quad([commonest(quads)] * len(rows)), quad([self.tool.QUAD[act] for act in signed]), quad(learned_quads),
                    kin + "52, 78, 77, 90", True)]

    # ---- UN Security Council speeches --------------------------------------------------------------------------------

    def unscon(self):
        file = self.shared / "data/unscon/conflict_annotations_sentences.csv"
        totals, rows, found = self.instance.score("unscon", file=str(file))
        self.instance.raw["unscon"] = totals
        gold = ["NEG" if "NegEval" in row["A0"] else "NONE" for row in rows]
        # `file_id` is a piece of a speech; pieces of one speech belong together.
        speeches = [row["filename"] for row in rows]
        texts = [row["sentence_text"] for row in rows]

        def figure(answers):
            return macro_f1(gold, answers, ["NEG", "NONE"], speeches)

        direct = figure(found)
        same(totals, "macro_f1", direct)
        return [Row("unscon", "UNSCon", "criticism in diplomats' speeches", f"{len(rows):,} sentences, {len(set(speeches))} speeches",
                    "macro-F1 of 2", direct, figure([commonest(gold)] * len(rows)),
                    figure(["NEG" if self.vader.sign(text) < 0 else "NONE" for text in texts]),
                    figure(ngrams.cross_validated(texts, gold, speeches)),
                    "all speeches: majority 41.6, VADER 63.3, Lexicoder 65.0", True)]

    # ---- article extraction ------------------------------------------------------------------------------------------

    def extraction(self):
        folder = self.shared / "data/article-extraction"
        totals, pages, found = self.instance.score("extraction", dir=str(folder))
        self.instance.raw["extraction"] = totals
        gold = json.load(open(folder / "ground-truth.json", encoding="utf8"))
        everything = []
        for page in pages:
            html = gzip.open(folder / "html" / f"{page}.html.gz", "rt", encoding="utf8", errors="replace").read()
            want, have = self.tool.shingles(gold[page].get("articleBody", "")), self.tool.shingles(visible(html))
            everything.append((sum((want & have).values()), sum((have - want).values()), sum((want - have).values())))
        direct = overlap_f1(found)
        same({"f1": round(100 * totals["f1"], 1)}, "f1", direct)
        return [Row("extraction", "article extraction", "the article out of the page", f"{len(pages)} pages", "F1", direct,
                    overlap_f1(everything), "", "",
                    "all 181: boilerpipe 86.0, readability.js 94.7, newspaper4k 94.9, trafilatura 95.8, rs_trafilatura 97.0")]


SETS = ["seeds", "dse", "seesaw", "plover", "unscon", "extraction"]


def same(totals, name, figure):
    """The items must add up to what score.py says, or the interval would belong to another figure."""
    if abs(totals[name] - figure.value) > 0.051:
        raise AssertionError(f"{name}: score.py says {totals[name]}, its items give {figure.value:.2f}")


class Visible(HTMLParser):
    def __init__(self):
        super().__init__()
        self.hidden, self.parts = 0, []

    def handle_starttag(self, tag, attributes):
        self.hidden += tag in ("script", "style", "noscript", "template", "head")

    def handle_endtag(self, tag):
        if tag in ("script", "style", "noscript", "template", "head"):
            self.hidden = max(0, self.hidden - 1)

    def handle_data(self, data):
        if not self.hidden:
            self.parts.append(data)


def visible(html):
    """All words of a page: what an extractor that drops nothing would say."""
    parser = Visible()
    parser.feed(html)
    return "\n".join(parser.parts)
