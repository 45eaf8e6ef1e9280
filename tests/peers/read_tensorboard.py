# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints what TensorBoard reads of a folder: read_tensorboard.py FOLDER. JSON, NaN and infinities as texts."""
import json
import math
import sys

from tensorboard.backend.event_processing.event_accumulator import EventAccumulator
from tensorboard.plugins.hparams import metadata as hparams
from tensorboard.util import tensor_util


def number(value):
    return value if math.isfinite(value) else str(value)


def main():
    reader = EventAccumulator(sys.argv[1], size_guidance={"scalars": 0, "tensors": 0})
    reader.Reload()
    tags = reader.Tags()
    out = {"scalars": {}, "texts": {}, "hparams": {}}
    for tag in tags["scalars"]:
        out["scalars"][tag] = [[e.step, e.wall_time, number(e.value)] for e in reader.Scalars(tag)]
    for tag in tags["tensors"]:
        metadata = reader.SummaryMetadata(tag)
        if metadata.plugin_data.plugin_name == "text":
            values = [tensor_util.make_ndarray(e.tensor_proto) for e in reader.Tensors(tag)]
            out["texts"][tag] = [v.item().decode("utf-8") for v in values]
        elif metadata.plugin_data.plugin_name == "scalars":
            out["scalars"][tag] = [[e.step, e.wall_time, number(tensor_util.make_ndarray(e.tensor_proto).item())]
                                   for e in reader.Tensors(tag)]
    start = hparams.parse_session_start_info_plugin_data(
        reader.SummaryMetadata(hparams.SESSION_START_INFO_TAG).plugin_data.content)
    end = hparams.parse_session_end_info_plugin_data(
        reader.SummaryMetadata(hparams.SESSION_END_INFO_TAG).plugin_data.content)
    for key, value in start.hparams.items():
        out["hparams"][key] = getattr(value, value.WhichOneof("kind"))
    out["group"] = start.group_name
    out["status"] = end.status
    out["end"] = end.end_time_secs
    print(json.dumps(out))


if __name__ == "__main__":
    main()
