// The monitor, draw by draw, in plain JavaScript: what the page's program must beat. The same work as
// `Simulation::advance`, from the seed to the ten headlines and the yearly series of every draw, by the same formulas
// (src/model, src/uncertainty), but made for this one plan: it knows which streams, costs and series there are, where
// the page takes any plan from a file. Numbers are in typed arrays, nothing is allocated from draw to draw, and what
// does not change with the draw is calculated beforehand. Tried, and no faster in Chromium: exponentials of our own,
// Math.pow for the two in one, and reversing bits by shifts.
//
// `setting` has a line a parameter: id, value, and if it is uncertain P10, P90 and its bounds. `dimensions` has for each
// uncertain one the 16 direction vectors, bits reversed, and the two hashes of the scrambling. Gives a function that
// draws, and the room that it fills: `headlines`, all draws of the first, of the second, …, and `series`, for each
// year of the first, of the second, … a row of all draws.
function yardstick(setting, dimensions, firstCalendarYear, draws) {
  const lines = setting.trim().split('\n').map(line => line.split(' '));
  const place = Object.fromEntries(lines.map(([id], index) => [id, index]));
  const value = Float64Array.from(lines, line => Number(line[1]));
  const drawn = Int32Array.from(lines.keys()).filter(index => lines[index].length > 2);
  const years = value[place.horizon] | 0;
  const headlines = new Float64Array(10 * draws);
  const series = new Float32Array(5 * years * draws);

  const logit = (at, min, max) => Math.log((at - min) / (max - at));
  const P90 = Math.log(9);
  const metalogs = new Float64Array(drawn.length * 5);
  drawn.forEach((index, nth) => {
    const [likely, low, high, min, max] = lines[index].slice(1).map(Number);
    const [z10, z50, z90] = [low, likely, high].map(at => logit(at, min, max));
    metalogs.set([z50, (z90 - z10) / (2 * P90), (z10 + z90 - 2 * z50) / (0.8 * P90), min, max], nth * 5);
  });

  // Points come in blocks of 256. How a bit of an index is shuffled depends on the higher ones only: those are
  // the same for a block, and of the other eight all sums of direction vectors are in a table.
  const BLOCK = 256;
  const reversed = Int32Array.from({ length: 256 }, (_, byte) => {
    let bits = 0;
    for (let bit = 0; bit < 8; bit++) bits |= ((byte >> bit) & 1) << (7 - bit);
    return bits;
  });
  const sums = new Int32Array(drawn.length * 256);
  for (let nth = 0; nth < drawn.length; nth++) {
    for (let byte = 0; byte < 256; byte++) {
      for (let bit = 0; bit < 8; bit++) {
        if (byte >> (7 - bit) & 1) sums[nth * 256 + byte] ^= dimensions[nth * 18 + bit];
      }
    }
  }
  // What each byte of a point, bits reversed, adds to it.
  const [byte0, byte1, byte2, byte3] = [8, 16, 24, 32].map(bits => Float64Array.from(reversed, byte => byte / 2 ** bits));
  for (let byte = 0; byte < 256; byte++) byte3[byte] += 0.5 / 2 ** 32;

  function scramble(bits, seed) {
    bits ^= Math.imul(bits, 0x3d20adea);
    bits = Math.imul((bits + seed) | 0, (seed >>> 16) | 1);
    bits ^= Math.imul(bits, 0x05526c56);
    return bits ^ Math.imul(bits, 0x53a22864);
  }

  // The values of a block, all of the first uncertain parameter, of the second, …
  const values = new Float64Array(drawn.length * BLOCK);
  function drawBlock(start, count) {
    const common = reversed[start >>> 8] << 16;
    for (let nth = 0; nth < drawn.length; nth++) {
      const shuffleSeed = dimensions[nth * 18 + 16] | 0, scrambleSeed = dimensions[nth * 18 + 17] | 0;
      const middle = metalogs[nth * 5], second = metalogs[nth * 5 + 1], third = metalogs[nth * 5 + 2];
      const min = metalogs[nth * 5 + 3], max = metalogs[nth * 5 + 4], width = max - min;
      const shared = scramble(common, shuffleSeed);
      let sum = 0;
      for (let bit = 8; bit < 16; bit++) if (shared >>> (31 - bit) & 1) sum ^= dimensions[nth * 18 + bit];
      for (let within = 0; within < count; within++) {
        const index = scramble(common | reversed[within] << 24, shuffleSeed);
        const point = scramble(sum ^ sums[nth * 256 + (index >>> 24)], scrambleSeed);
        const y = byte0[point & 255] + byte1[point >>> 8 & 255] + byte2[point >>> 16 & 255] + byte3[point >>> 24];
        const z = middle + Math.log(y / (1 - y)) * (second + third * (y - 0.5));
        values[nth * BLOCK + within] = Math.min(min + width / (1 + Math.exp(-z)), max);
      }
    }
  }

  const {
    potential: POTENTIAL, pilot: PILOT, reach: REACH, delay: DELAY, innovation: INNOVATION, imitation: IMITATION,
    adoption: ADOPTION, ramp: RAMP, realisation: REALISATION, discount_rate: DISCOUNT_RATE,
    tax_financing: TAX_FINANCING, wage_growth: WAGE_GROWTH, hours_per_person_year: HOURS_PER_PERSON_YEAR,
    optimism: OPTIMISM, bed_days: BED_DAYS, sets: SETS, minutes: MINUTES, nurse_hour: NURSE_HOUR,
    time_cash_share: TIME_CASH_SHARE, stay_reduction: STAY_REDUCTION, bed_day_cost: BED_DAY_COST,
    marginal_share: MARGINAL_SHARE, stay_cash_share: STAY_CASH_SHARE, device_price: DEVICE_PRICE,
    device_learning: DEVICE_LEARNING, device_life: DEVICE_LIFE, running_cost: RUNNING_COST,
    adaptation_cost: ADAPTATION_COST, trusts: TRUSTS, reused_share: REUSED_SHARE, programme_cost: PROGRAMME_COST,
  } = place;
  const bought = new Float64Array(years);

  function evaluate(draw) {
    const pilot = Math.min(value[PILOT], value[POTENTIAL]);
    const target = Math.max(pilot, value[REACH] * value[POTENTIAL]), more = target - pilot;
    const rollout = more > 0 ? 1 : 0;

    const delay = value[DELAY], firstYear = Math.floor(delay);
    const p = value[INNOVATION], q = value[IMITATION], ratio = q / p;
    const first = Math.exp(-(p + q) * (1 - (delay - firstYear))), whole = Math.exp(-(p + q));

    const adoption = value[ADOPTION];
    const quarter = Math.exp(-Math.LN10 / value[RAMP] * 0.25), half = quarter * quarter, gap = half * half;
    const firstYearUse = 0.5 * (1 - quarter);

    const hours = value[REALISATION] / 60 * value[BED_DAYS] * value[SETS] * value[MINUTES];
    const personYears = hours / value[HOURS_PER_PERSON_YEAR];
    const stays = value[REALISATION] * value[BED_DAYS] * value[STAY_REDUCTION] * value[BED_DAY_COST]
      * value[MARGINAL_SHARE];
    const timeCash = value[TIME_CASH_SHARE], stayCash = stays * value[STAY_CASH_SHARE];
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
    let decay = 1, before = 0, installed = pilot, earlier = 0, lag = 0, time = hours * value[NURSE_HOUR];
    const gross = adoption * target * (time + stays);
    let credit = 0, factor = 1, npv = 0, pvBenefits = 0, pvOutlay = 0;
    let balance = 0, lowest = 0, breakEven = 0, something = false;
    const row = years * draws;
    for (let year = 0, at = draw; year < years; year++, at += draws) {
      const s = year + 1 - delay;
      if (s > 1) decay *= whole; else if (s > 0) decay *= first;
      const completed = (1 - decay) / (1 + ratio * decay);
      const now = pilot + more * completed;
      const added = now - installed;
      const inUse = adoption * (pilot + (earlier - lag) + added * firstYearUse);
      earlier += added;
      lag = gap * (lag + added);

      const benefits = inUse * (time + stays);
      const cash = inUse * (time * timeCash + stayCash);
      time *= growth;

      const price = devicePrice * Math.exp(Math.log(Math.max(now * start, 1)) * exponent);
      const purchase = year >= life ? added + bought[year - life] : added;
      bought[year] = year === 0 ? purchase + pilot : purchase;
      const paid = purchase * price;
      const left = life - (years - year);
      if (left > 0) credit += paid * left;
      let payments = paid + 0.5 * (installed + now) * running + each * (completed - before);
      if (year === firstYear) payments += once;
      if (year === 0) payments += programme;
      installed = now;
      before = completed;

      // What is left of purchases' life is credited in the last year; it is no payment.
      const costs = year === years - 1 ? payments - credit / life : payments;
      const outlay = costs - cash;
      const net = benefits - costs - tax * outlay;
      npv += factor * net;
      pvBenefits += factor * benefits;
      pvOutlay += factor * outlay;
      factor *= discount;
      balance -= outlay;
      if (balance < lowest) lowest = balance;
      if (npv < 0) breakEven = year + 1;
      if (net !== 0) something = true;

      series[at] = benefits;
      series[at + row] = payments;
      series[at + 2 * row] = inUse * personYears;
      series[at + 3 * row] = now;
      series[at + 4 * row] = inUse;
    }

    const fullPrice = devicePrice * Math.exp(Math.log(Math.max(target * start, 1)) * exponent);
    headlines[draw] = npv;
    headlines[draws + draw] = pvBenefits;
    headlines[2 * draws + draw] = pvBenefits - npv - tax * pvOutlay;
    headlines[3 * draws + draw] = pvOutlay;
    headlines[4 * draws + draw] = lowest;
    headlines[5 * draws + draw] = gross;
    headlines[6 * draws + draw] = gross - target * (running + fullPrice / life);
    headlines[7 * draws + draw] = adoption * target * personYears;
    headlines[8 * draws + draw] = something && breakEven < years ? firstCalendarYear + breakEven : Infinity;
    headlines[9 * draws + draw] = pvOutlay > 0 ? npv / pvOutlay : npv >= 0 ? Infinity : -Infinity;
  }

  function draw() {
    for (let start = 0; start < draws; start += BLOCK) {
      const count = Math.min(BLOCK, draws - start);
      drawBlock(start, count);
      for (let within = 0; within < count; within++) {
        for (let nth = 0; nth < drawn.length; nth++) value[drawn[nth]] = values[nth * BLOCK + within];
        evaluate(start + within);
      }
    }
  }
  return { draw, headlines, series };
}
