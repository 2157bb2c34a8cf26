#!/usr/bin/env python3
"""What other implementations say of random paths to purchase, as JSON on standard output.

    attribution.py SEED [--simulate] > attribution.json

The committed attribution.json was made with seed 1 and --simulate, by ChannelAttribution 2.2.5 and marketing_attribution_models 2.1.1
("mam"). The Swift tests compare our models with it and, where both packages are installed, with fresh seeds.

What each is asked, and where a definition differs from ours:

* first_touch, last_touch, linear: ChannelAttribution's heuristics, which are counts over all paths.
* position_based, time_decay: mam's, one path at a time; its decay counts from the purchase, ours from the last contact,
  which is the same once the weights are divided by their sum.
* markov: mam solves the chain exactly, as we do, and its removal effects and credits are compared to 1e-9. It leaves
  out steps from a channel to itself unless told otherwise; the script asserts that both ways agree, for staying only
  delays. Paths that end without a purchase are rows of their own.
* markov of any order: ChannelAttribution (with --simulate, for it takes minutes), which simulates and, unless told otherwise, cuts walks that get longer than any
  path of the data. Its removal effects without that cut are compared to within 0.03 (they come to 0.011), and to 1e-9
  those of a solution made here (numpy, states are the last k channels, all chains solved as I - Q); the script
  asserts that this solution agrees with mam at order 1. ChannelAttribution starts at the first whole state of k
  channels, we pass through the shorter ones; each shorter state is entered at the start only, so the chains are the same.
* shapley, rate: mam's "conv_rate" without its limit of four channels (max_size=None), in which each set of channels is
  a game of its own; compared to 1e-9.
* shapley, conversions: no package has it. Made here by the definition over all orders of joining, in exact fractions.
"""

import contextlib
import io
import itertools
import json
import platform
import random
import sys
import warnings
from fractions import Fraction

warnings.simplefilter("ignore")

with contextlib.redirect_stdout(io.StringIO()):
    import ChannelAttribution
import mam
import numpy
import pandas
from importlib.metadata import version

SEPARATOR = " > "


def grouped(paths):
    """The paths as mam reads them: a row for those who bought, a row for those who did not."""
    rows = []
    for path in paths:
        for bought, count in ((True, path["converted"]), (False, path["lost"])):
            if count:
                rows.append({"path": SEPARATOR.join(path["channels"]), "bought": bought, "count": count})
    return mam.MAM(
        pandas.DataFrame(rows),
        format_type="grouped_journey",
        channels_colname="path",
        journey_with_conv_colname="bought",
        occurrences_colname="count",
    )


def counts(paths):
    """The paths as ChannelAttribution reads them."""
    return pandas.DataFrame(
        {
            "path": [SEPARATOR.join(path["channels"]) for path in paths],
            "converted": [path["converted"] for path in paths],
            "lost": [path["lost"] for path in paths],
        }
    )


def heuristics(paths):
    table = ChannelAttribution.heuristic_models(counts(paths), "path", "converted", sep=">", flg_pro=False)
    return {
        row["channel_name"]: {
            "first_touch": row["first_touch"],
            "last_touch": row["last_touch"],
            "linear": row["linear_touch"],
        }
        for row in table.to_dict("records")
    }


def markov(paths):
    answers = []
    for same in (False, True):
        model = mam.models.markov.MarkovModel(transition_to_same_state=same)
        credits = model._compute_markov(grouped(paths).unified_df)
        answers.append((credits, model.removal_effect_df["removal_effect"].to_dict()))
    for channel, value in answers[0][1].items():
        assert abs(value - answers[1][1][channel]) < 1e-9, "staying in a state changes its effect"
    credits, effects = answers[0]
    return {channel: {"share": float(credits[channel]), "effect": float(effects[channel])} for channel in credits}


def solved(paths, order):
    """Removal effects by solving the chain whose states are the last channels."""
    states = sorted({tuple(path["channels"][max(0, end - order) : end]) for path in paths for end in range(len(path["channels"]) + 1)})
    number = {state: index for index, state in enumerate(states)}
    steps = numpy.zeros((len(states), len(states)))
    ends = numpy.zeros((len(states), 2))
    for path in paths:
        channels = path["channels"]
        count = path["converted"] + path["lost"]
        passed = [number[tuple(channels[max(0, end - order) : end])] for end in range(len(channels) + 1)]
        for one, other in zip(passed, passed[1:]):
            steps[one, other] += count
        ends[passed[-1]] += (path["converted"], path["lost"])

    def conversion(removed):
        totals = steps.sum(axis=1) + ends.sum(axis=1)
        kept = steps.copy()
        kept[:, removed] = 0
        moves = kept / totals[:, None]
        return numpy.linalg.solve(numpy.identity(len(states)) - moves, ends[:, 0] / totals)[number[()]]

    whole = conversion([])
    channels = sorted({channel for path in paths for channel in path["channels"]})
    return {
        channel: float(1 - conversion([number[state] for state in states if channel in state]) / whole)
        for channel in channels
    }


def simulated(paths, order):
    with contextlib.redirect_stdout(io.StringIO()):
        answer = ChannelAttribution.markov_model(
            counts(paths), "path", "converted", var_null="lost", order=order, sep=">", out_more=True, seed=1,
            conv_par=0.01, nsim_start=1e5, max_step=1000, verbose=False, flg_pro=False,
        )
    table = answer["removal_effects"]
    return {row["channel_name"]: float(row["removal_effect"]) for row in table.to_dict("records")}


def shapley_rates(paths):
    model = mam.models.shapley.ShapleyModel(max_size=None, value_column="conv_rate")
    table = model.get_aggregated_results(grouped(paths).unified_df)
    return {row["channels"]: float(row["attribution"]) for row in table.to_dicts()}


def shapley_conversions(paths):
    channels = sorted({channel for path in paths for channel in path["channels"]})

    def value(coalition):
        return sum(path["converted"] for path in paths if set(path["channels"]) <= coalition)

    credit = dict.fromkeys(channels, Fraction(0))
    orders = list(itertools.permutations(channels))
    for order in orders:
        present, worth = set(), 0
        for channel in order:
            present.add(channel)
            now = value(present)
            credit[channel] += now - worth
            worth = now
    return {channel: float(total / len(orders)) for channel, total in credit.items()}


def case(source, is_simulated):
    size = source.choice([1, 2, 3, 4, 5])
    alphabet = "abcde"[:size]
    paths = {}
    for _ in range(source.choice([1, 3, 8, 20])):
        channels = tuple(source.choice(alphabet) for _ in range(source.choice([1, 1, 2, 3, 4, 6])))
        bought = source.choice([0, 1, 2, 30])
        lost = source.choice([0, 0, 1, 7, 100])
        if bought + lost:
            paths[channels] = {"channels": list(channels), "converted": bought, "lost": lost}
    paths = list(paths.values())
    if not any(path["converted"] for path in paths):
        paths.append({"channels": ["a"] + paths[0]["channels"] if paths else ["a"], "converted": 3, "lost": 0})
        paths = list({tuple(path["channels"]): path for path in paths}.values())
    first = solved(paths, 1)
    exact = markov(paths)
    for channel, effect in first.items():
        assert abs(effect - exact[channel]["effect"]) < 1e-9, (effect, exact)
    return {
        "paths": paths,
        "heuristics": heuristics(paths),
        "markov": exact,
        "orders": [
            {"order": order, "effects": solved(paths, order), "simulated": simulated(paths, order) if is_simulated else None}
            for order in (1, 2, 3)
        ],
        "shapley_rates": shapley_rates(paths),
        "shapley_conversions": shapley_conversions(paths),
    }


def journey(source):
    """One path to one purchase with the hours before it, by mam's models of one path."""
    count = source.choice([1, 2, 3, 4, 9])
    hours = sorted((source.choice([0, source.randint(0, 2_000)]) for _ in range(count)), reverse=True)
    half_life = source.choice([1, 24, 168, 720])
    table = pandas.DataFrame(
        {
            "journey_id": ["1"],
            "path": [SEPARATOR.join(f"c{index}" for index in range(count))],
            "hours": [SEPARATOR.join(str(hour) for hour in hours)],
            "bought": [True],
        }
    )
    model = mam.MAM(
        table, format_type="journey", channels_colname="path", journey_with_conv_colname="bought",
        user_id_colname="journey_id", time_till_conv_colname="hours",
    )

    def weights(table):
        return [table["attribution_value"][table["channels"].index(f"c{index}")] for index in range(count)]

    frame = model.unified_df
    position = mam.models.heuristics.PositionBasedModel().calculate(frame).to_dict(as_series=False)
    decay = mam.models.heuristics.TimeDecayModel(half_life_hours=half_life).calculate(frame).to_dict(as_series=False)
    return {
        "hours": hours,
        "half_life_hours": half_life,
        "position_based": weights(position),
        # Its powers of two run out some thousand half-lives before the purchase, and 0 / 0 is no weight.
        "time_decay": weights(decay) if hours[-1] < 900 * half_life else None,
    }


def main():
    seed = int(sys.argv[1])
    source = random.Random(seed)
    numpy.seterr(all="raise", under="ignore")
    simulates = "--simulate" in sys.argv
    cases = [case(source, simulates and number < 6) for number in range(40)]
    journeys = [journey(source) for _ in range(40)]
    json.dump(
        {
            "made_by": "Tests/Oracles/attribution.py",
            "seed": seed,
            "channel_attribution": version("ChannelAttribution"),
            "marketing_attribution_models": version("marketing_attribution_models"),
            "python": platform.python_version(),
            "cases": cases,
            "journeys": journeys,
        },
        sys.stdout,
        allow_nan=False,
        sort_keys=True,
        separators=(",", ":"),
    )


main()
