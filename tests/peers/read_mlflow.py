# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints what MLflow reads of a store: read_mlflow.py FOLDER [--migrate DATABASE]. JSON, NaN and infinities as texts.

With --migrate the store is first taken over into a SQLite database by MLflow's own tool, and read from there."""
import json
import math
import os
import subprocess
import sys

os.environ["MLFLOW_ALLOW_FILE_STORE"] = "true"  # newer versions ask for it

from mlflow import MlflowClient


def number(value):
    return value if math.isfinite(value) else str(value)


def main():
    uri = "file://" + os.path.abspath(sys.argv[1])
    if "--migrate" in sys.argv:
        database = "sqlite:///" + os.path.abspath(sys.argv[sys.argv.index("--migrate") + 1])
        subprocess.run([sys.executable, "-m", "mlflow", "migrate-filestore", "--source", os.path.abspath(sys.argv[1]),
                        "--target", database], check=True, stdout=sys.stderr)
        uri = database
    client = MlflowClient(tracking_uri=uri)
    runs = []
    for experiment in client.search_experiments():
        for run in client.search_runs([experiment.experiment_id]):
            histories = {}
            for key in run.data.metrics:
                points = client.get_metric_history(run.info.run_id, key)
                histories[key] = [[p.step, p.timestamp, number(p.value)] for p in points]
            runs.append({"experiment": experiment.name, "name": run.info.run_name, "status": run.info.status,
                         "start": run.info.start_time, "end": run.info.end_time, "params": run.data.params,
                         "tags": run.data.tags, "metrics": histories,
                         "artifacts": sorted(file.path for file in client.list_artifacts(run.info.run_id)),
                         "model": sorted(file.path for file in client.list_artifacts(run.info.run_id, "model"))})
    print(json.dumps(runs))


if __name__ == "__main__":
    main()
