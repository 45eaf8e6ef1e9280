# SPDX-License-Identifier: GPL-3.0-or-later
#[[
Finds LibTorch without the CUDA toolkit that its own CMake package asks for.

  LIBTORCH_DIR   an unpacked torch wheel (torch/lib, torch/include, and nvidia/cu13/lib beside torch), or an
                 unpacked libtorch zip; packaging/run.sh and test.sh set it to the folder in the user's cache

Target: LibTorch::torch links libtorch_cpu and libc10 alone (shared libraries, headers as SYSTEM). What
libtorch_cpu needs of CUDA, libcudart and libcupti, it finds by its own rpath; CUDA itself is loaded at run
time where it is there.
]]
set(LIBTORCH_DIR "$ENV{LEPTON_LIBTORCH_DIR}" CACHE PATH "Folder of the unpacked torch wheel or libtorch zip")

set(_torch_roots "${LIBTORCH_DIR}/torch" "${LIBTORCH_DIR}" "${LIBTORCH_DIR}/libtorch")
find_path(LibTorch_INCLUDE_DIR torch/script.h HINTS ${_torch_roots} PATH_SUFFIXES include NO_DEFAULT_PATH)
find_path(LibTorch_API_INCLUDE_DIR torch/torch.h HINTS ${_torch_roots}
  PATH_SUFFIXES include/torch/csrc/api/include NO_DEFAULT_PATH)
find_library(LibTorch_cpu_LIBRARY torch_cpu HINTS ${_torch_roots} PATH_SUFFIXES lib NO_DEFAULT_PATH)
find_library(LibTorch_c10_LIBRARY c10 HINTS ${_torch_roots} PATH_SUFFIXES lib NO_DEFAULT_PATH)

# The numbers stand in one of two headers, by age.
foreach(_header IN ITEMS "${LibTorch_INCLUDE_DIR}/torch/headeronly/version.h" "${LibTorch_API_INCLUDE_DIR}/torch/version.h")
  if(NOT LibTorch_VERSION AND EXISTS "${_header}")
    file(STRINGS "${_header}" _lines REGEX "#define TORCH_VERSION_(MAJOR|MINOR|PATCH) [0-9]+")
    string(REGEX REPLACE "[^;0-9]+" "" LibTorch_VERSION "${_lines}")
    string(REPLACE ";" "." LibTorch_VERSION "${LibTorch_VERSION}")
  endif()
endforeach()

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(LibTorch
  REQUIRED_VARS LibTorch_cpu_LIBRARY LibTorch_c10_LIBRARY LibTorch_INCLUDE_DIR LibTorch_API_INCLUDE_DIR
  VERSION_VAR LibTorch_VERSION
  REASON_FAILURE_MESSAGE "Set LIBTORCH_DIR to an unpacked torch wheel: packaging/run.sh fetches one.")

if(LibTorch_FOUND AND NOT TARGET LibTorch::torch)
  add_library(LibTorch::c10 SHARED IMPORTED)
  set_target_properties(LibTorch::c10 PROPERTIES IMPORTED_LOCATION "${LibTorch_c10_LIBRARY}")
  add_library(LibTorch::torch SHARED IMPORTED)
  set_target_properties(LibTorch::torch PROPERTIES
    IMPORTED_LOCATION "${LibTorch_cpu_LIBRARY}"
    INTERFACE_INCLUDE_DIRECTORIES "${LibTorch_INCLUDE_DIR};${LibTorch_API_INCLUDE_DIR}"
    INTERFACE_SYSTEM_INCLUDE_DIRECTORIES "${LibTorch_INCLUDE_DIR};${LibTorch_API_INCLUDE_DIR}")
  target_link_libraries(LibTorch::torch INTERFACE LibTorch::c10)
  # The libraries name CUDA's, which are found when the program starts, not when it is linked.
  target_link_options(LibTorch::torch INTERFACE "LINKER:--allow-shlib-undefined")
endif()
