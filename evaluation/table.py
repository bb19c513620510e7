"""The table of docs/evaluation.md."""

import json
import re

from intervals import Figure

BEGIN, END = "<!-- begin figures -->", "<!-- end figures -->"
COLUMNS = ["set", "what is asked", "n", "figure", "Demarche", "majority", "VADER", "n-grams", "published by others"]
HELD_OUT_KEYS = {"figure", "n", "interval", "how", "model"}


def read_held_out(path, rows, model):
    """Figures of the shipped recipe on items that it was not trained on, by row key; those of another model are left out."""
    if not path.exists():
        return {}
    held = json.loads(path.read_text(encoding="utf8"))
    known = {row.key for row in rows}
    for key, entry in held.items():
        if key not in known:
            raise SystemExit(f"{path}: no row is called {key}; rows are {', '.join(sorted(known))}")
        if set(entry) - HELD_OUT_KEYS or HELD_OUT_KEYS - set(entry) - {"model"}:
            raise SystemExit(f"{path}: {key} must have figure, n, interval, how and may have model")
    return {key: entry for key, entry in held.items() if entry.get("model", model) == model}


def cell(value):
    return f"{value.value:.1f} ({value.low:.1f}–{value.high:.1f})" if isinstance(value, Figure) else value or "–"


def lines(rows, held):
    yield "| " + " | ".join(COLUMNS) + " |"
    yield "| " + " | ".join("---" for _ in COLUMNS) + " |"
    last = None
    for row in rows:
        ours = cell(row.demarche) + (" †" if row.taught and isinstance(row.demarche, Figure) else "")
        cells = [row.set if row.set != last else "", row.asked, row.items, row.figure, ours,
                 cell(row.majority), cell(row.lexicon), cell(row.ngrams), row.published or "–"]
        yield "| " + " | ".join(cells) + " |"
        last = row.set
        if row.taught:
            entry = held.get(row.key)
            ours = f"{entry['figure']:.1f} ({entry['interval'][0]:.1f}–{entry['interval'][1]:.1f})" if entry else "not handed in"
            yield "| " + " | ".join(["", f"the same, not seen in training{': ' + entry['how'] if entry else ''}",
                                     f"{entry['n']:,}" if entry else "–", row.figure, ours, "–", "–", "–", "–"]) + " |"


def rewrite(path, block):
    text = path.read_text(encoding="utf8")
    if text.count(BEGIN) != 1 or text.count(END) != 1:
        raise SystemExit(f"{path} must have {BEGIN} and {END} once each")
    made = re.sub(re.escape(BEGIN) + ".*" + re.escape(END), lambda _: f"{BEGIN}\n{block}\n{END}", text, flags=re.DOTALL)
    path.write_text(made, encoding="utf8")
