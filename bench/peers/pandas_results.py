"""The usual way: pandas reads the report with openpyxl, groups, and matplotlib draws."""

import resource
import sys
import time

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import pandas as pd

began = time.monotonic()
frame = pd.read_excel(sys.argv[1], header=7)
frame = frame[frame["Код участника"].notna()]
tasks = [name for name in frame.columns if name.endswith("б)")]
maxima = pd.Series({name: int(name.split("(")[1].rstrip("б)")) for name in tasks})
scores = frame[tasks].astype(float)
completion = scores.mean() / maxima * 100
by_school = scores.groupby(frame["ОО"]).mean() / maxima * 100
figure, axes = plt.subplots(figsize=(7, 9))
axes.barh(tasks, completion)
figure.savefig(sys.argv[2])
print(
    time.monotonic() - began,
    resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    len(frame),
    len(by_school),
)
