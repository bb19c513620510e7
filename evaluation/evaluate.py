#!/usr/bin/env python3
"""Scores a running Demarche through its public API on every data set, beside baselines on the same items, and renews the
table of docs/evaluation.md, which says what each figure means."""

import argparse
import datetime
import json
import sys
import warnings
from dataclasses import asdict
from pathlib import Path

import lexicon
import table
from instance import Instance, NotMeasured
from intervals import RESAMPLES, Figure
from sets import SETS, Row, Sets

ROOT = Path(__file__).resolve().parent.parent


def header(engine, release, resamples):
    today = datetime.datetime.now(datetime.timezone.utc).date()
    gateway = f", gateway `{release}`" if release else ""
    return (f"Measured on {today.day} {today:%B %Y}: engine `{engine['version']}`, model `{engine['model']}`{gateway}. In brackets the "
            f"95 % interval from {resamples:,} resamples.")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="folder of data sets and scoring tool (%(default)s)")
    parser.add_argument("--url", default="http://127.0.0.1:8080", help="the instance (%(default)s)")
    parser.add_argument("--key", help="API key")
    parser.add_argument("--only", nargs="+", choices=SETS, metavar="SET",
                        help="some of " + ", ".join(SETS) + "; the document is left alone, since its table comes from one run")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the raw figures")
    parser.add_argument("--doc", type=Path, default=ROOT / "docs/evaluation.md", help="document to renew (%(default)s)")
    parser.add_argument("--held-out", type=Path, default=ROOT / "training/held-out.json", metavar="FILE",
                        help="figures on items that the shipped model was not trained on (%(default)s)")
    args = parser.parse_args()
    # Acts with fewer examples than folds are expected.
    warnings.filterwarnings("ignore", message="The least populated class")

    instance = Instance(args.shared, args.url, args.key)
    try:
        engine, release = instance.engine(), instance.release()
    except NotMeasured as error:
        raise SystemExit(f"{args.url} does not answer: {error}") from error
    sets = Sets(args.shared, instance, lexicon.load(Path(__file__).parent / "target"))
    rows, missed = [], []
    for name in args.only or SETS:
        print(f"{name} …", file=sys.stderr, flush=True)
        try:
            rows += getattr(sets, name)()
        except NotMeasured as error:
            print(f"{name} was not measured: {error}", file=sys.stderr)
            missed.append(name)
            rows.append(Row(name, name, "–", "–", "–", "not measured"))

    held = table.read_held_out(args.held_out, rows, engine["model"]) if not args.only else {}
    block = "\n".join([header(engine, release, RESAMPLES), "", *table.lines(rows, held)])
    print(block)
    if args.json:
        figures = [{k: asdict(v) if isinstance(v, Figure) else v for k, v in vars(row).items()} for row in rows]
        args.json.write_text(json.dumps({"engine": engine, "release": release, "rows": figures, "heldOut": held,
                                         "score": instance.raw}, indent=1, ensure_ascii=False) + "\n", encoding="utf8")
    if not args.only:
        table.rewrite(args.doc, block)
    if missed:
        sys.exit(1)


if __name__ == "__main__":
    main()
