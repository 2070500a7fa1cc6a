// The monitor's net present value, draw by draw, in plain JavaScript: what the page's program must beat. The same
// algorithm as src/model and src/uncertainty/metalog.rs, made for this one plan and for nothing but the net present
// value: numbers in typed arrays, nothing allocated from draw to draw, every series that can be is a running number.
//
// `setting` has a line a parameter: id, value, and if it is uncertain P10, P90 and its bounds. `shares` has the shares
// at which these are drawn, all draws of the first, of the second, … Gives a function that fills `npvs`.
function yardstick(setting, shares, npvs) {
  const lines = setting.trim().split('\n').map(line => line.split(' '));
  const place = Object.fromEntries(lines.map(([id], index) => [id, index]));
  const value = Float64Array.from(lines, line => Number(line[1]));
  const logit = (at, min, max) => Math.log((at - min) / (max - at));
  const P90 = Math.log(9);
  const drawn = Int32Array.from(lines.keys()).filter(index => lines[index].length > 2);
  const metalogs = new Float64Array(drawn.length * 5);
  drawn.forEach((index, nth) => {
    const [likely, low, high, min, max] = lines[index].slice(1).map(Number);
    const [z10, z50, z90] = [low, likely, high].map(at => logit(at, min, max));
    metalogs.set([z50, (z90 - z10) / (2 * P90), (z10 + z90 - 2 * z50) / (0.8 * P90), min, max], nth * 5);
  });
  const years = value[place.horizon];
  const draws = npvs.length;
  const bought = new Float64Array(years);
  const {
    potential: POTENTIAL, pilot: PILOT, reach: REACH, delay: DELAY, innovation: INNOVATION, imitation: IMITATION,
    adoption: ADOPTION, ramp: RAMP, realisation: REALISATION, discount_rate: DISCOUNT_RATE,
    tax_financing: TAX_FINANCING, wage_growth: WAGE_GROWTH, optimism: OPTIMISM, bed_days: BED_DAYS, sets: SETS,
    minutes: MINUTES, nurse_hour: NURSE_HOUR, time_cash_share: TIME_CASH_SHARE, stay_reduction: STAY_REDUCTION,
    bed_day_cost: BED_DAY_COST, marginal_share: MARGINAL_SHARE, stay_cash_share: STAY_CASH_SHARE,
    device_price: DEVICE_PRICE, device_learning: DEVICE_LEARNING, device_life: DEVICE_LIFE,
    running_cost: RUNNING_COST, adaptation_cost: ADAPTATION_COST, trusts: TRUSTS, reused_share: REUSED_SHARE,
    programme_cost: PROGRAMME_COST,
  } = place;

  function npv() {
    const pilot = Math.min(value[PILOT], value[POTENTIAL]);
    const target = Math.max(pilot, value[REACH] * value[POTENTIAL]);
    const rollout = target > pilot ? 1 : 0;

    const delay = value[DELAY], firstYear = Math.floor(delay);
    const p = value[INNOVATION], q = value[IMITATION], ratio = q / p;
    const first = Math.exp(-(p + q) * (1 - (delay - firstYear))), whole = Math.exp(-(p + q));

    const adoption = value[ADOPTION];
    const quarter = Math.exp(-Math.LN10 / value[RAMP] * 0.25), gap = quarter * quarter * quarter * quarter;
    const firstYearUse = 0.5 * (1 - quarter);

    const hours = value[REALISATION] / 60 * value[BED_DAYS] * value[SETS] * value[MINUTES];
    const stays = value[REALISATION] * value[BED_DAYS] * value[STAY_REDUCTION] * value[BED_DAY_COST]
      * value[MARGINAL_SHARE];
    const timeCash = value[TIME_CASH_SHARE], stayCash = value[STAY_CASH_SHARE];
    const growth = 1 + value[WAGE_GROWTH];

    const uplift = 1 + value[OPTIMISM];
    const devicePrice = value[DEVICE_PRICE] * uplift;
    const exponent = Math.log(1 - value[DEVICE_LEARNING]) / Math.LN2, start = 1 / Math.max(pilot, 1);
    const life = Math.max(Math.round(value[DEVICE_LIFE]), 1);
    const running = value[RUNNING_COST] * uplift;
    const adaptation = value[ADAPTATION_COST] * uplift * rollout;
    const each = adaptation * (1 - value[REUSED_SHARE]) * value[TRUSTS], once = adaptation * value[REUSED_SHARE];
    const programme = value[PROGRAMME_COST] * uplift * rollout;

    const tax = value[TAX_FINANCING], discount = 1 / (1 + value[DISCOUNT_RATE]);
    let decay = 1, before = 0, installed = pilot, earlier = 0, lag = 0, hour = value[NURSE_HOUR];
    let credit = 0, factor = 1, sum = 0;
    for (let year = 0; year < years; year++) {
      const s = year + 1 - delay;
      if (s > 1) decay *= whole; else if (s > 0) decay *= first;
      const completed = (1 - decay) / (1 + ratio * decay);
      const now = pilot + (target - pilot) * completed;
      const added = now - installed;
      const inUse = adoption * (pilot + (earlier - lag) + added * firstYearUse);
      earlier += added;
      lag = gap * (lag + added);

      const time = inUse * hours * hour, stay = inUse * stays;
      hour *= growth;

      const price = devicePrice * Math.exp(Math.log(Math.max(now * start, 1)) * exponent);
      const renewed = year >= life ? bought[year - life] : 0;
      const purchase = added + renewed;
      bought[year] = year === 0 ? purchase + pilot : purchase;
      const left = life - (years - year);
      if (left > 0) credit += purchase * price * left;
      let costs = purchase * price + 0.5 * (installed + now) * running + each * (completed - before);
      if (year === firstYear) costs += once;
      if (year === 0) costs += programme;
      if (year === years - 1) costs -= credit / life;
      installed = now;
      before = completed;

      const outlay = costs - time * timeCash - stay * stayCash;
      sum += factor * (time + stay - costs - tax * outlay);
      factor *= discount;
    }
    return sum;
  }

  return () => {
    for (let draw = 0; draw < draws; draw++) {
      for (let nth = 0; nth < drawn.length; nth++) {
        const y = shares[nth * draws + draw], at = nth * 5;
        const z = metalogs[at] + Math.log(y / (1 - y)) * (metalogs[at + 1] + metalogs[at + 2] * (y - 0.5));
        const min = metalogs[at + 3], max = metalogs[at + 4];
        value[drawn[nth]] = Math.min(min + (max - min) / (1 + Math.exp(-z)), max);
      }
      npvs[draw] = npv();
    }
  };
}
