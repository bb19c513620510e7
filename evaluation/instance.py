"""The running instance, scored by the scoring tool that stands beside the data sets."""

import importlib.util
import json
import sys
import urllib.error
import urllib.request
from argparse import Namespace
from pathlib import Path


class NotMeasured(Exception):
    """The instance can't answer what a set asks."""


def load_tool(shared):
    path = Path(shared) / "tools/score.py"
    spec = importlib.util.spec_from_file_location("score", path)
    tool = importlib.util.module_from_spec(spec)
    # The data's folder may be read-only.
    sys.dont_write_bytecode = True
    spec.loader.exec_module(tool)
    return tool


class Instance:
    """Runs score.py's own functions, so that its figures are the ones that anybody else gets with it."""

    def __init__(self, shared, url, key):
        self.tool = load_tool(shared)
        self.url, self.key = url.rstrip("/"), key
        self.api = Remembering(self.tool.Api(url, key))
        self.raw = {}

    def engine(self):
        return self._asked(lambda: self.api.post("/analyses", {"text": "Moscow welcomed the peace talks."}))["engine"]

    def release(self):
        """The gateway's release; None where there is an engine but no gateway."""
        request = urllib.request.Request(self.url + "/api/v1/status", headers={"Accept": "application/json"})
        if self.key:
            request.add_header("Authorization", "Bearer " + self.key)
        try:
            with urllib.request.urlopen(request, timeout=30) as response:
                return json.load(response)["version"]
        except (urllib.error.URLError, KeyError, ValueError):
            return None

    def score(self, what, **options):
        """(the figures of score.py, the items it asked about, what it was answered for each).

        score.py hands back totals; baselines and intervals want the same run item by item, so its loop is listened to.
        """
        loops, many = [], self.tool.many

        def listening(function, items, *args):
            items = list(items)
            answers = many(function, items, *args)
            loops.append((items, answers))
            return answers

        self.tool.many = listening
        try:
            args = Namespace(**{"file": None, "dir": None, "only": None, "limit": None, "json": True, **options})
            figures = self._asked(lambda: getattr(self.tool, what)(self.api, args))
        finally:
            self.tool.many = many
        return (figures, *(loops[0] if loops else ([], [])))

    def _asked(self, call):
        try:
            return call()
        except (SystemExit, urllib.error.URLError, OSError) as error:
            raise NotMeasured(str(error)) from error


class Remembering:
    """Answers an equal request only once: hand-marked articles are asked about stance by stance."""

    def __init__(self, api):
        self.api = api
        self.answers = {}

    def post(self, path, body):
        key = path + json.dumps(body, sort_keys=True)
        if key not in self.answers:
            self.answers[key] = self.api.post(path, body)
        return self.answers[key]
