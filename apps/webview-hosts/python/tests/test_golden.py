import json
import unittest
from pathlib import Path

from huoti_host.messages import read_message
from huoti_host.refusal import Refusal

GOLDEN = Path(__file__).resolve().parents[4] / "packages" / "protocol" / "src" / "bridge" / "__fixtures__"


def outcome_of(text, *limits):
    """As the protocol's own reader says it: the outcome, and the request that is told why."""
    try:
        read_message(text, *limits)
    except Refusal as refusal:
        return refusal.code, refusal.request
    return "ok", None


class GoldenFiles(unittest.TestCase):
    maxDiff = None

    def test_reads_each_message_of_a_page_as_the_protocol_does(self):
        looked = 0
        wrong = []
        for row in json.loads((GOLDEN / "index.json").read_text())["files"]:
            if row["from"] != "page" or not row["file"].endswith(".json"):
                continue
            text = (GOLDEN / row["file"]).read_bytes().decode("utf-8", "surrogatepass")
            request = row.get("request")
            due = row["outcome"], None if request is None else (request["id"], request["name"])
            limits = row.get("maxControlBytes", 256 * 1024), row.get("maxFrameBytes", 2 * 1024 * 1024)
            said = outcome_of(text, *limits)
            looked += 1
            if said != due:
                wrong.append(f"{row['file']}: {said}, not {due}")
        self.assertEqual(wrong, [], "\n".join(wrong))
        self.assertGreater(looked, 100)


if __name__ == "__main__":
    unittest.main()
