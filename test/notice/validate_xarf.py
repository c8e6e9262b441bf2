"""Reads {"named", "isComplete", "report"} a line, and prints what the public validator finds.

A complete report has to pass in strict mode, where what the standard recommends is required. An
unknown field counts as a finding in every mode, and so does a report that is valid and has no
typed form. One thing of the package is left out of that: its types want a whole number for
`confidence`, which by the standard, its own schema included, is any from 0 to 1.
"""

import json
import sys

from xarf import parse


def findings(report, strict):
    result = parse(report, strict=strict)
    found = [f"{each.field}: {each.message}" for each in [*result.errors, *result.warnings]]
    if found or result.report is not None:
        return found
    typed = parse({**report, "confidence": round(report.get("confidence", 0))}, strict=strict)
    return [] if typed.report is not None else ["it is valid and can't be read"]


for line in sys.stdin:
    case = json.loads(line)
    for strict in [False, True] if case["isComplete"] else [False]:
        found = findings(case["report"], strict)
        if found:
            print(json.dumps({"named": case["named"], "strict": strict, "found": found}))
