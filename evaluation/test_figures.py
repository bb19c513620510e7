"""python3 -m unittest discover evaluation"""

import tempfile
import unittest
from pathlib import Path

import intervals
import table
from sets import Row


class FiguresTest(unittest.TestCase):
    def test_macro_f1_counts_a_label_that_is_never_found_as_nothing(self):
        found = intervals.macro_f1(["a", "a", "b"], ["a", "a", "a"], ["a", "b"])
        self.assertAlmostEqual(found.value, 40.0)
        self.assertLessEqual(found.low, found.value)
        self.assertLessEqual(found.value, found.high)

    def test_items_of_one_group_are_drawn_together(self):
        gold, answers = ["a", "b"] * 50, ["a", "b"] * 25 + ["b", "a"] * 25
        alone = intervals.macro_f1(gold, answers, ["a", "b"])
        grouped = intervals.macro_f1(gold, answers, ["a", "b"], [0] * 50 + [1] * 50)
        self.assertEqual((grouped.low, grouped.high), (0.0, 100.0))
        self.assertGreater(alone.low, 35)

    def test_a_perfect_share_has_an_exact_interval(self):
        self.assertAlmostEqual(intervals.share([True] * 24).low, 85.75, places=2)
        self.assertAlmostEqual(intervals.share([False] * 24).high, 14.25, places=2)

    def test_triplets_count_what_is_marked_and_what_is_found(self):
        found = intervals.triplet_f1([({(0, "a", "b"): "POS", (1, "a", "b"): "NEG"}, {(0, "a", "b"): "POS"}), ({}, {(0, "a", "c"): "NEG"})])
        self.assertAlmostEqual(found.value, 50.0)
        self.assertEqual(found.n, 2)


class TableTest(unittest.TestCase):
    ROW = Row("unscon", "UNSCon", "criticism", "10", "macro-F1", intervals.Figure(50, 40, 60, 10), taught=True)

    def test_only_what_stands_between_the_marks_changes(self):
        with tempfile.TemporaryDirectory() as folder:
            doc = Path(folder) / "doc.md"
            doc.write_text(f"before\n{table.BEGIN}\nold\n{table.END}\nafter\n")
            table.rewrite(doc, "new")
            self.assertEqual(doc.read_text(), f"before\n{table.BEGIN}\nnew\n{table.END}\nafter\n")

    def test_what_the_model_was_taught_is_never_shown_alone(self):
        self.assertIn("not handed in", list(table.lines([self.ROW], {}))[-1])
        held = {"unscon": {"figure": 44.4, "n": 9, "interval": [40, 50], "how": "by speech"}}
        self.assertIn("44.4 (40.0–50.0)", list(table.lines([self.ROW], held))[-1])

    def test_a_figure_of_another_model_is_left_out(self):
        with tempfile.TemporaryDirectory() as folder:
            held = Path(folder) / "held-out.json"
            held.write_text('{"unscon": {"figure": 44.4, "n": 9, "interval": [40, 50], "how": "x", "model": "large"}}')
            self.assertEqual(table.read_held_out(held, [self.ROW], "small"), {})
            self.assertEqual(set(table.read_held_out(held, [self.ROW], "large")), {"unscon"})


if __name__ == "__main__":
    unittest.main()
