# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints what MLflow's own reader makes of a model: read_mlflow_model.py FOLDER TEXT... JSON: the probabilities of the
labels for each text by mlflow.transformers, and the likeliest label by mlflow.pyfunc."""
import json
import os
import sys

os.environ["HF_HUB_OFFLINE"] = "1"  # what is missing in the folder must not be fetched

import mlflow.pyfunc
import mlflow.transformers


def main():
    folder, texts = sys.argv[1], sys.argv[2:]
    pipeline = mlflow.transformers.load_model(folder)
    scores = [{one["label"]: one["score"] for one in pipeline(text, top_k=None)} for text in texts]
    labels = list(mlflow.pyfunc.load_model(folder).predict(texts)["label"])
    print(json.dumps({"scores": scores, "labels": labels}))


if __name__ == "__main__":
    main()
