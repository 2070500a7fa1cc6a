"""Quantiles of three-term metalogs by an independent implementation, pymetalog 0.2.2 (PyPI).

pip install pymetalog==0.2.2 pandas matplotlib seaborn; python metalog.py > metalog.json
"""
import json

import numpy as np
from pymetalog import metalog, qmetalog

PROBABILITIES = [0.001, 0.01, 0.05, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 0.95, 0.99, 0.999]

# Low, likely, high; bounds (None: none), which pymetalog wants whole.
CASES = [
    ([4.77, 5.02, 5.26], None, None),
    ([-30.0, 10.0, 90.0], None, None),
    ([12000.0, 30000.0, 75000.0], 0, None),
    ([6.0, 8.0, 11.0], 2, None),
    ([-4.0, -2.0, -1.5], None, 0),
    ([0.5, 0.8, 0.95], 0, 1),
    ([0.25, 0.5, 0.8], 0, 1),
    ([0.0, 3.0, 9.0], -5, 20),
    ([1e6, 3e6, 8e6], 0, 30_000_000),
    ([1695.0, 1720.0, 1750.0], 1400, 1950),
    ([0.02, 0.1, 0.3], 0, 1),
]


def quantiles(figures, low, high):
    boundedness, bounds = {
        (False, False): ("u", [0, 1]),
        (True, False): ("sl", [low]),
        (False, True): ("su", [high]),
        (True, True): ("b", [low, high]),
    }[(low is not None, high is not None)]
    fitted = metalog(
        x=np.array(figures), bounds=bounds, boundedness=boundedness, term_limit=3, term_lower_bound=3,
        probs=[0.1, 0.5, 0.9],
    )
    return [float(q) for q in qmetalog(fitted, y=PROBABILITIES, term=3)]


print(json.dumps({
    "probabilities": PROBABILITIES,
    "cases": [
        {"figures": figures, "bounds": [low, high], "quantiles": quantiles(figures, low, high)}
        for figures, low, high in CASES
    ],
}, indent=1))
