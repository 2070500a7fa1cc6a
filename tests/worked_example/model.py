#!/usr/bin/env python3
"""Independent reference calculation of the model (model.md, sections 1 to 5).

Written from the description alone, without sight of the Rust code, in the manner of a
spreadsheet: one list per column, one row per year, plain double loops, no recursions.

    python3 model.py        reads cases/*.json, writes expected/*.json, then checks
                            section 7 and the hand-worked case (README.md)

Standard library only. Speed is not a goal.
"""
import json
import math
import pathlib
from fractions import Fraction

HERE = pathlib.Path(__file__).resolve().parent
total = math.fsum  # a correctly rounded sum


def likely_values(case):
    """The one figure used of each parameter."""
    return {name: float(par["likely"]) for name, par in case["parameters"].items()}


# --------------------------------------------------------------------------- 1. Rollout


def share_completed(case, p, s):
    """F(s): share of the rollout completed s years after it started. F(0) = 0."""
    if s <= 0:
        return 0.0
    curve = case["rollout"]["curve"]
    if curve == "bass":
        innovation, imitation = p["innovation"], p["imitation"]
        e = math.exp(-(innovation + imitation) * s)
        return (1 - e) / (1 + imitation / innovation * e)
    if curve == "linear":
        if p["rollout_years"] == 0:
            return 1.0
        return min(1.0, s / p["rollout_years"])
    if curve == "drawn":
        points = [0.0] + [float(y) for y in case["rollout"]["points"]]
        for k in range(1, len(points)):
            if s <= k:
                return points[k - 1] + (points[k] - points[k - 1]) * (s - (k - 1))
        return points[-1]
    raise ValueError(f"unknown curve {curve!r}")


def rollout(case, p):
    """Section 1: the columns completed, installed, new, in_service; the target M.

    "Before" is the state at the end of year -1: nothing completed, only the pilot installed.
    """
    years = int(p["horizon"])
    pilot = p["pilot"]
    target = max(pilot, p["reach"] * p["potential"])
    completed, installed, new, in_service = [], [], [], []
    for t in range(years):
        f = share_completed(case, p, max(0.0, t + 1 - p["delay"]))
        now = pilot + (target - pilot) * f
        before = installed[t - 1] if t > 0 else pilot
        completed.append(f)
        installed.append(now)
        new.append(now - before)
        in_service.append((before + now) / 2)
    return {"target": target, "completed": completed, "installed": installed,
            "new": new, "in_service": in_service}


# -------------------------------------------------------------------------- 2. Adoption


def use_at_age(p, x):
    """u(x): share of full use that a unit of age x has reached."""
    if p["ramp"] == 0:
        return p["adoption"]
    return p["adoption"] * (1 - 0.1 ** (x / p["ramp"]))


def adoption(p, roll):
    """Section 2: the column in_use, as the plain O(T^2) sum over every earlier year's units."""
    in_use = []
    for t in range(len(roll["new"])):
        parts = [p["pilot"] * p["adoption"]]
        for i in range(t + 1):
            age = t - i
            weight = 0.5 * use_at_age(p, 0.25) if age == 0 else use_at_age(p, age)
            parts.append(roll["new"][i] * weight)
        in_use.append(total(parts))
    return in_use


# -------------------------------------------------------------------------- 3. Benefits


def scale_of(stream):
    """The leading number or fraction of e.g. "1/60 h/min"; 1 when there is none."""
    return float(Fraction(stream["scale"].split()[0])) if "scale" in stream else 1.0


def quantity_per_unit(stream, p):
    """x: quantity per unit in full use and year, before the realisation rate."""
    x = scale_of(stream)
    for factor in stream["factors"]:
        x *= p[factor]
    return x


def carbon_price(case, calendar_year):
    """Linear between the given points, constant outside them."""
    points = sorted(case["carbon_price"]["points"])
    if calendar_year <= points[0][0]:
        return float(points[0][1])
    for (y0, c0), (y1, c1) in zip(points, points[1:]):
        if calendar_year <= y1:
            return c0 + (c1 - c0) * (calendar_year - y0) / (y1 - y0)
    return float(points[-1][1])


def price_of(case, stream, p, t):
    """NOK per unit of quantity in year t; None for a count, which is never priced."""
    kind = stream["kind"]
    if kind == "time":
        return p[stream["price"]] * (1 + p["wage_growth"]) ** t
    if kind == "health":
        return p[stream["price"]] * (1 + p["income_growth"]) ** t
    if kind == "money":
        return 1.0
    if kind == "emissions":
        return carbon_price(case, case["first_year"] + t)
    if kind == "count":
        return None
    raise ValueError(f"unknown kind {kind!r}")


def cash_share(stream, p):
    """Share of the value that is taken out as a lower budget."""
    if stream["kind"] == "time":
        return p[stream["cash_share"]]
    if stream["kind"] == "money":
        return p[stream["cash_share"]] if "cash_share" in stream else 1.0
    return 0.0


def benefits(case, p, in_use):
    """Section 3: per stream the columns quantity, value and cash; and the column person_years."""
    streams = {}
    hours = [[] for _ in in_use]
    for stream in case["benefits"]:
        x = quantity_per_unit(stream, p)
        quantity, value, cash = [], [], []
        for t in range(len(in_use)):
            q = in_use[t] * x * p["realisation"]
            price = price_of(case, stream, p, t)
            quantity.append(q)
            value.append(None if price is None else q * price)
            cash.append(0.0 if price is None else q * price * cash_share(stream, p))
            if stream["kind"] == "time":
                hours[t].append(q)
        streams[stream["id"]] = {"quantity": quantity, "value": value, "cash": cash,
                                 "gains": stream["gains"]}
    person_years = [total(h) / p["hours_per_person_year"] for h in hours]
    return streams, person_years


# ----------------------------------------------------------------------------- 4. Costs


def life_of(line, p):
    """Life in whole years (halves up), at least 1; None when the line has none."""
    if "life" not in line:
        return None
    return max(1, math.floor(p[line["life"]] + 0.5))


def unit_cost(line, p, installed):
    """c: what one unit costs when so many are installed (learning)."""
    c0 = p[line["amount"]]
    if "learning_rate" not in line:
        return c0
    ratio = max(1.0, installed / max(p["pilot"], 1.0))
    return c0 * ratio ** math.log2(1 - p[line["learning_rate"]])


def replaced_units(p, new, life):
    """Units bought again in each year: every cohort once per life, the pilot as a cohort of year 0."""
    years = len(new)
    again = [[] for _ in range(years)]
    for i in range(years):
        for j in range(i + life, years, life):
            again[j].append(new[i])
    for j in range(life, years, life):
        again[j].append(p["pilot"])
    return [total(a) for a in again]


def costs(case, p, roll, in_use):
    """Section 4: cost columns by line id, and who pays each. All carry the uplift (1 + h)."""
    years = len(in_use)
    uplift = 1 + p["optimism"]
    is_rollout = roll["target"] > p["pilot"]
    first_rollout_year = None
    for t in range(years):
        if t + 1 > p["delay"]:
            first_rollout_year = t
            break
    columns, payer = {}, {}

    def add(name, line, column):
        columns[name] = [uplift * amount for amount in column]
        payer[name] = line["pays"]

    for line in case["costs"]:
        timing, amount = line["timing"], p[line["amount"]]
        if timing == "once":
            add(line["id"], line,
                [amount if is_rollout and t == line["year"] else 0.0 for t in range(years)])
        elif timing == "per_buyer":
            buyers = p[line["buyers"]]
            reused = p[line["reused"]] if "reused" in line else 0.0
            column = []
            for t in range(years):
                before = roll["completed"][t - 1] if t > 0 else 0.0
                joining = buyers * (roll["completed"][t] - before)
                first = 1.0 if t == first_rollout_year else 0.0
                column.append(amount * ((1 - reused) * joining + reused * first) if is_rollout else 0.0)
            add(line["id"], line, column)
        elif timing == "per_unit_year":
            add(line["id"], line, [roll["in_service"][t] * amount for t in range(years)])
        elif timing == "per_unit_in_use_year":
            add(line["id"], line, [in_use[t] * amount for t in range(years)])
        elif timing == "per_new_unit":
            price = [unit_cost(line, p, roll["installed"][t]) for t in range(years)]
            first_bought = [roll["new"][t] * price[t] for t in range(years)]
            add(line["id"], line, first_bought)
            life = life_of(line, p)
            if life is not None:
                units = replaced_units(p, roll["new"], life)
                bought_again = [units[t] * price[t] for t in range(years)]
                add(line["id"] + "_replacement", line, bought_again)
                left = []
                for i in range(years):
                    age_at_end = years - i
                    left.append((first_bought[i] + bought_again[i]) * max(0, life - age_at_end) / life)
                residual = [0.0] * years
                residual[years - 1] = -total(left)
                add(line["id"] + "_residual", line, residual)
        else:
            raise ValueError(f"unknown timing {timing!r}")
    return columns, payer


# ------------------------------------------------------------------------- 5. Appraisal


def discount_factors(p, years):
    """D(t), each written out as the product of all its years' rates."""
    column = []
    for t in range(years):
        d = 1.0
        for k in range(1, t + 1):
            if k <= 40:
                rate = p["discount_rate"]
            elif k <= 75:
                rate = p["discount_rate_after_40"]
            else:
                rate = p["discount_rate_after_75"]
            d /= 1 + rate
        column.append(d)
    return column


def present_value(discount, column):
    return total(d * x for d, x in zip(discount, column))


def break_even_year(case, discount, net):
    """First calendar year from which the cumulated discounted net is never below zero."""
    if all(x == 0 for x in net):
        return None
    for t in range(len(net)):
        if all(total(discount[k] * net[k] for k in range(v + 1)) >= 0 for v in range(t, len(net))):
            return case["first_year"] + t
    return None


def sign_changes(net):
    signs = [x > 0 for x in net if x != 0]
    return sum(a != b for a, b in zip(signs, signs[1:]))


def internal_rate(net):
    """Bisection on y = ln(1 + r); None unless the nonzero values change sign exactly once."""
    if sign_changes(net) != 1:
        return None
    last = len(net) - 1

    def worth(y):  # the sign of the present value; for y < 0 seen from the last year (no overflow)
        origin = 0 if y >= 0 else last
        return total(net[t] * math.exp(-y * (t - origin)) for t in range(len(net)))

    low, high = -0.5, 0.5
    while (worth(low) > 0) == (worth(high) > 0):
        low, high = 2 * low, 2 * high
    low_is_positive = worth(low) > 0
    while True:
        middle = (low + high) / 2
        if middle in (low, high):
            return math.expm1(middle)
        if (worth(middle) > 0) == low_is_positive:
            low = middle
        else:
            high = middle


def peak_funding(outlay):
    """Lowest point of the public budget's cumulated undiscounted flow, never above 0."""
    lowest = 0.0
    for t in range(len(outlay)):
        lowest = min(lowest, -total(outlay[: t + 1]))
    return lowest


def full_effect(case, p, roll):
    """A year with all M units at full use, base-year prices: gross, net, person-years."""
    target = roll["target"]
    in_use = p["adoption"] * target
    values, hours = [], []
    for stream in case["benefits"]:
        q = in_use * quantity_per_unit(stream, p) * p["realisation"]
        price = price_of(case, stream, p, 0)
        if price is not None:
            values.append(q * price)
        if stream["kind"] == "time":
            hours.append(q)
    yearly_costs = []
    for line in case["costs"]:
        if line["timing"] == "per_unit_year":
            yearly_costs.append(target * p[line["amount"]])
        elif line["timing"] == "per_unit_in_use_year":
            yearly_costs.append(in_use * p[line["amount"]])
        elif line["timing"] == "per_new_unit" and "life" in line:
            yearly_costs.append(target * unit_cost(line, p, target) / life_of(line, p))
    gross = total(values)
    net = gross - (1 + p["optimism"]) * total(yearly_costs)
    return gross, net, total(hours) / p["hours_per_person_year"]


def year_by_year(case, p):
    """Sections 1 to 4 and the yearly columns of section 5."""
    roll = rollout(case, p)
    in_use = adoption(p, roll)
    streams, person_years = benefits(case, p, in_use)
    lines, payer = costs(case, p, roll, in_use)
    years = len(in_use)
    public = {actor["id"] for actor in case["actors"] if actor["public"]}
    discount = discount_factors(p, years)
    benefit, cost, outlay, tax, net = [], [], [], [], []
    for t in range(years):
        benefit.append(total(s["value"][t] for s in streams.values() if s["value"][t] is not None))
        cost.append(total(column[t] for column in lines.values()))
        paid = total(column[t] for name, column in lines.items() if payer[name] in public)
        saved = total(s["cash"][t] for s in streams.values() if s["gains"] in public)
        outlay.append(paid - saved)
        tax.append(p["tax_financing"] * outlay[t])
        net.append(benefit[t] - cost[t] - tax[t])
    return {"roll": roll, "in_use": in_use, "streams": streams, "person_years": person_years,
            "lines": lines, "payer": payer, "discount": discount, "benefits": benefit,
            "costs": cost, "outlay": outlay, "tax": tax, "net": net,
            "npv": present_value(discount, net)}


def calculate(case, p):
    """The whole result of one case."""
    c = year_by_year(case, p)
    discount = c["discount"]
    later = year_by_year(case, dict(p, delay=p["delay"] + 1))
    at_pilot = year_by_year(case, dict(p, reach=0.0))
    gross, net_saving, person_years = full_effect(case, p, c["roll"])
    pv_outlay = present_value(discount, c["outlay"])

    by_actor = {}
    for actor in case["actors"]:
        paid = total(present_value(discount, column) for name, column in c["lines"].items()
                     if c["payer"][name] == actor["id"])
        gained = total(present_value(discount, s["value"]) for s in c["streams"].values()
                       if s["gains"] == actor["id"] and None not in s["value"])
        by_actor[actor["id"]] = {"paid": paid, "gained": gained, "net": gained - paid}

    rows = []
    for t in range(len(c["net"])):
        rows.append({
            "year": case["first_year"] + t,
            "installed": c["roll"]["installed"][t], "new": c["roll"]["new"][t],
            "in_service": c["roll"]["in_service"][t], "in_use": c["in_use"][t],
            "benefits": c["benefits"][t], "costs": c["costs"][t], "outlay": c["outlay"][t],
            "tax_financing": c["tax"][t], "net": c["net"][t],
            "discount_factor": discount[t], "person_years": c["person_years"][t],
            "streams": {name: {"quantity": s["quantity"][t], "value": s["value"][t]}
                        for name, s in c["streams"].items()},
            "cost_lines": {name: column[t] for name, column in c["lines"].items()},
        })
    return {
        "npv": c["npv"],
        "pv_benefits": present_value(discount, c["benefits"]),
        "pv_costs": present_value(discount, c["costs"]),
        "pv_tax_financing": present_value(discount, c["tax"]),
        "pv_outlay": pv_outlay,
        "net_benefit_per_budget_krone": c["npv"] / pv_outlay if pv_outlay > 0 else None,
        "break_even_year": break_even_year(case, discount, c["net"]),
        "irr": internal_rate(c["net"]),
        "peak_funding": peak_funding(c["outlay"]),
        "cost_of_delay": c["npv"] - later["npv"],
        "npv_at_pilot": at_pilot["npv"],
        "annual_saving_at_full_effect": {"gross": gross, "net": net_saving},
        "person_years_at_full_effect": person_years,
        "by_actor": by_actor,
        "years": rows,
    }


# ------------------------------------------------- 7. What must hold, and the hand-worked case


def close(a, b, size=0.0, rel=1e-11):
    return abs(a - b) <= rel * max(abs(a), abs(b), size, 1e-9)


def numbers_in(result):
    """Every number in a result except the calendar years and the discount factors."""
    if isinstance(result, dict):
        for key, value in result.items():
            if key not in ("year", "discount_factor"):
                yield from numbers_in(value)
    elif isinstance(result, list):
        for value in result:
            yield from numbers_in(value)
    elif result is not None:
        yield result


def check(case, p, r):
    """Section 7's invariants and some accounting identities, for one case."""
    c = year_by_year(case, p)
    roll, years = c["roll"], len(c["net"])
    size = total(abs(d * x) for d, x in zip(c["discount"], c["benefits"])) + \
        total(abs(d * x) for d, x in zip(c["discount"], c["costs"]))
    assert all(math.isfinite(x) for x in numbers_in(r))
    # The parts add up.
    assert close(r["npv"], r["pv_benefits"] - r["pv_costs"] - r["pv_tax_financing"], size)
    assert close(r["pv_tax_financing"], p["tax_financing"] * r["pv_outlay"], size)
    actors = total(a["net"] for a in r["by_actor"].values())
    assert close(actors, r["npv"] + r["pv_tax_financing"], size)
    assert r["peak_funding"] <= 0
    # Rollout and use stay within bounds and never fall.
    assert all(0 <= f <= 1 for f in roll["completed"])
    assert all(x >= 0 for x in roll["new"])
    assert all(b >= a for a, b in zip(c["in_use"], c["in_use"][1:]))
    assert close(p["pilot"] + total(roll["new"]), roll["installed"][-1])
    for t in range(years):
        assert c["in_use"][t] <= p["adoption"] * roll["installed"][t] * (1 + 1e-12)
    # At any time, units younger than their life = units installed: nothing lost, nothing bought twice.
    for line in case["costs"]:
        life = life_of(line, p)
        if life is not None:
            again = replaced_units(p, roll["new"], life)
            for t in range(years):
                alive = total(roll["new"][i] + again[i] for i in range(max(0, t - life + 1), t + 1))
                assert close(alive + (p["pilot"] if t < life else 0), roll["installed"][t])
    # Per buyer: the sum in model.md, where the rollout ends within the horizon.
    for line in case["costs"]:
        if line["timing"] == "per_buyer" and roll["target"] > p["pilot"] and roll["completed"][-1] == 1:
            k, s = p[line["buyers"]], p[line["reused"]]
            expected = p[line["amount"]] * (1 + p["optimism"]) * (1 + (k - 1) * (1 - s))
            assert close(total(c["lines"][line["id"]]), expected)
    # More delay never raises a benefit's (or lessens a drawback's) undiscounted sum.
    before = c
    for extra in (0.25, 0.5, 1, 1.75, 5):
        later = year_by_year(case, dict(p, delay=p["delay"] + extra))
        for name, s in later["streams"].items():
            for key in ("quantity", "value"):
                if None not in s[key]:
                    a, b = total(s[key]), total(before["streams"][name][key])
                    assert abs(a) <= abs(b) * (1 + 1e-12)
        before = later
    # Twice the country (potential and pilot): twice the person-years.
    double = year_by_year(case, dict(p, potential=2 * p["potential"], pilot=2 * p["pilot"]))
    assert all(close(b, 2 * a) for a, b in zip(c["person_years"], double["person_years"]))
    # No rollout and no pilot: 0 or none.
    nothing = calculate(case, dict(p, reach=0.0, pilot=0.0))
    assert all(x == 0 for x in numbers_in(nothing))
    assert nothing["break_even_year"] is nothing["irr"] is nothing["net_benefit_per_budget_krone"] is None
    # The internal rate makes the present value zero.
    if r["irr"] is not None:
        left = [x / (1 + r["irr"]) ** t for t, x in enumerate(c["net"])]
        assert abs(total(left)) <= 1e-10 * total(abs(x) for x in left)


def check_by_hand(r):
    """case_tiny against the figures worked out with pen and paper in README.md."""
    def column(name):
        return [row[name] for row in r["years"]]

    def line(name):
        return [row["cost_lines"][name] for row in r["years"]]

    pairs = [
        (column("installed"), [60, 100, 100]), (column("new"), [40, 40, 0]),
        (column("in_service"), [40, 80, 100]), (column("in_use"), [20, 40, 50]),
        (column("discount_factor"), [1, 0.8, 0.64]), (column("person_years"), [0.2, 0.4, 0.5]),
        ([row["streams"]["time_saved"]["quantity"] for row in r["years"]], [200, 400, 500]),
        (column("benefits"), [100000, 220000, 302500]),
        (line("device"), [250000, 150000, 0]), (line("device_replacement"), [0, 0, 225000]),
        (line("device_residual"), [0, 0, -112500]), (line("running"), [5000, 10000, 12500]),
        (line("programme"), [0, 10000, 0]), (column("costs"), [255000, 170000, 125000]),
        (column("outlay"), [215000, 82000, 4000]), (column("tax_financing"), [43000, 16400, 800]),
        (column("net"), [-198000, 33600, 176700]),
        ([r["pv_benefits"], r["pv_costs"]], [469600, 471000]),
        ([r["pv_tax_financing"], r["pv_outlay"]], [56632, 283160]),
        ([r["npv"], r["irr"], r["peak_funding"]], [-58032, 1 / 30, -301000]),
        ([r["net_benefit_per_budget_krone"]], [-58032 / 283160]),
        ([r["npv_at_pilot"], r["cost_of_delay"]], [-7982.4, -22862.4]),
        (list(r["annual_saving_at_full_effect"].values()), [250000, 50000]),
        ([r["person_years_at_full_effect"]], [0.5]),
        (list(r["by_actor"]["trusts"].values()), [463000, 469600, 6600]),
        (list(r["by_actor"]["state"].values()), [8000, 0, -8000]),
    ]
    for got, wanted in pairs:
        assert len(got) == len(wanted) and all(close(a, b) for a, b in zip(got, wanted)), (got, wanted)
    assert r["break_even_year"] is None


def without_minus_zero(x):
    if isinstance(x, dict):
        return {k: without_minus_zero(v) for k, v in x.items()}
    if isinstance(x, list):
        return [without_minus_zero(v) for v in x]
    return x + 0.0 if isinstance(x, float) else x


def main():
    for path in sorted((HERE / "cases").glob("*.json")):
        case = json.loads(path.read_text(encoding="utf-8"))
        p = likely_values(case)
        result = without_minus_zero(calculate(case, p))
        text = json.dumps(result, indent=1, allow_nan=False) + "\n"
        (HERE / "expected" / path.name).write_text(text, encoding="utf-8")
        check(case, p, result)
        if case["id"] == "case_tiny":
            check_by_hand(result)
        irr = result["irr"]
        print(f"{case['id']:16} npv {result['npv']:22.6f}  break-even {result['break_even_year']}"
              f"  irr {'none' if irr is None else format(irr, '.6f')}"
              f"  sign changes {sign_changes([row['net'] for row in result['years']])}")


if __name__ == "__main__":
    main()
