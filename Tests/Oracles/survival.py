#!/usr/bin/env python3
"""What lifelines says of random observations, as JSON on standard output.

    survival.py SEED > survival.json

The committed survival.json was made with seed 1. The Swift tests compare our Kaplan-Meier and
Aalen-Johansen estimates with it, and, where lifelines is installed, with fresh seeds.

Where lifelines has no answer, or one that hangs on its rounding, the case says null and nothing is compared:

* it computes a curve as exp(sum of logs); a quantile whose height the curve meets exactly is decided by rounding;
* where nothing is left (S = 0) it puts both limits of the curve to 1; those rows are dropped;
* its Aalen-Johansen fitter moves times by chance where different kinds of events are tied, and ignores
  events at time 0: the cases have neither. Its variance is not a number once nobody is left at risk.
"""

import json
import math
import platform
import random
import sys
import warnings

import lifelines
from lifelines import AalenJohansenFitter, KaplanMeierFitter
from lifelines.utils import qth_survival_times

QUANTILES = [0.1, 0.25, 0.5, 0.9]


def finite(number):
    number = float(number)
    return number if math.isfinite(number) else None


def kaplan_meier(durations, ended):
    fitter = KaplanMeierFitter().fit(durations, ended)
    curve = fitter.survival_function_.iloc[:, 0]
    band = fitter.confidence_interval_
    inside = (curve > 0) & (curve < 1)
    steps = [
        {
            "seconds": int(time),
            "surviving": float(curve[time]),
            "low": float(band.iloc[:, 0][time]) if inside[time] else None,
            "high": float(band.iloc[:, 1][time]) if inside[time] else None,
        }
        for time in fitter.event_table.index[fitter.event_table["observed"] > 0]
    ]
    return {
        "seconds": durations,
        "ended": ended,
        "steps": steps,
        "quantiles": [quantile(share, curve, band[inside | (curve == 1)]) for share in QUANTILES],
    }


def quantile(share, curve, band):
    height = 1 - share
    near = [abs(values - height).min() < 1e-9 for values in (curve, band.iloc[:, 0], band.iloc[:, 1])]
    if any(near):
        return {"share": share, "compared": False}
    low, high = (finite(qth_survival_times(height, band.iloc[:, [column]])) for column in (0, 1))
    return {
        "share": share,
        "compared": True,
        "value": finite(qth_survival_times(height, curve)),
        "low": low,
        "high": high,
    }


def aalen_johansen(durations, outcomes, horizons, cause=1):
    # One event of interest; the others compete with it.
    fitter = AalenJohansenFitter().fit(durations, outcomes, event_of_interest=cause)
    curve = fitter.cumulative_density_.iloc[:, 0]
    band = fitter.confidence_interval_
    answers = []
    for horizon in horizons:
        row = curve.index.searchsorted(horizon, side="right") - 1
        limits = [finite(limit) for limit in band.iloc[row]]
        known = None not in limits and 0 < curve.iloc[row] < 1
        answers.append(
            {
                "horizon": horizon,
                "value": float(curve.iloc[row]),
                # The columns are named the wrong way round.
                "low": min(limits) if known else None,
                "high": max(limits) if known else None,
            }
        )
    return {"seconds": durations, "outcomes": outcomes, "answers": answers}


def competing(durations, outcomes, horizons):
    """Several ways to end, each with its own estimate, and the time to any of them."""
    ended = [outcome != 0 for outcome in outcomes]
    return {
        "seconds": durations,
        "outcomes": outcomes,
        "causes": [
            {"cause": cause, "answers": aalen_johansen(durations, outcomes, horizons, cause)["answers"]}
            for cause in sorted(set(outcomes) - {0})
        ],
        "ending": kaplan_meier(durations, ended),
    }


def main():
    warnings.simplefilter("error")
    # At the ends of a curve its logarithm does not exist; such limits become null.
    warnings.filterwarnings("ignore", category=RuntimeWarning)
    seed = int(sys.argv[1])
    source = random.Random(seed)
    curves, incidences = [], []
    for number in range(60):
        size = source.choice([1, 2, 3, 10, 40, 150])
        longest = source.choice([5, 30, 1_000, 20_000_000])
        share = source.choice([0, 0.2, 0.6, 0.9, 1])
        durations = [source.randint(1, longest) for _ in range(size)]
        curves.append(kaplan_meier(durations, [source.random() < share for _ in range(size)]))
    for number in range(40):
        size = source.choice([3, 10, 40, 150])
        durations = source.sample(range(1, source.choice([size + 1, 20 * size, 20_000_000])), size)
        open_share = source.choice([0, 0.3, 0.7])
        outcomes = [0 if source.random() < open_share else source.choice([1, 1, 2]) for _ in range(size)]
        # Those still open may be tied, with each other and with an event; and so may events of one kind.
        for index in range(size):
            if outcomes[index] == 0 and source.random() < 0.4:
                durations[index] = source.choice(durations)
            elif outcomes[index] == 1 and source.random() < 0.2:
                durations[index] = durations[outcomes.index(1)]
        horizons = sorted({source.randint(0, max(durations) + 1) for _ in range(4)} | {max(durations)})
        incidences.append(aalen_johansen(durations, outcomes, horizons))
    several = []
    for number in range(30):
        size = source.choice([5, 30, 150])
        durations = source.sample(range(1, source.choice([size + 1, 20_000_000])), size)
        open_share = source.choice([0, 0.2, 0.6])
        causes = source.randint(3, 5)
        outcomes = [0 if source.random() < open_share else source.randint(1, causes) for _ in range(size)]
        # Those still open may be tied; events of different kinds may not, see above.
        for index in range(size):
            if outcomes[index] == 0 and source.random() < 0.4:
                durations[index] = source.choice(durations)
        horizons = sorted({source.randint(0, max(durations) + 1) for _ in range(3)} | {max(durations)})
        several.append(competing(durations, outcomes, horizons))
    json.dump(
        {
            "made_by": "Tests/Oracles/survival.py",
            "seed": seed,
            "lifelines": lifelines.__version__,
            "python": platform.python_version(),
            "kaplan_meier": curves,
            "aalen_johansen": incidences,
            "competing_risks": several,
        },
        sys.stdout,
        separators=(",", ":"),
    )


main()
