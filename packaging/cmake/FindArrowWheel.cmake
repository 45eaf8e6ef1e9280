# SPDX-License-Identifier: GPL-3.0-or-later
#[[
Finds Arrow and Parquet C++ in an unpacked pyarrow wheel (no Python is needed to use them).

  ARROW_WHEEL_DIR   the folder that holds pyarrow/include and pyarrow/libarrow.so.*;
                    packaging/run.sh and test.sh set it to the folder in the user's cache

Targets: Arrow::arrow, Arrow::compute, Arrow::parquet (shared libraries, headers as SYSTEM).
]]
set(ARROW_WHEEL_DIR "$ENV{LEPTON_ARROW_DIR}" CACHE PATH "Folder of the unpacked pyarrow wheel")

find_path(ArrowWheel_INCLUDE_DIR arrow/api.h
  HINTS "${ARROW_WHEEL_DIR}/pyarrow/include" "${ARROW_WHEEL_DIR}/include" NO_DEFAULT_PATH)

set(_arrow_required ArrowWheel_INCLUDE_DIR)
foreach(_name IN ITEMS arrow arrow_compute parquet)
  file(GLOB _candidates "${ARROW_WHEEL_DIR}/pyarrow/lib${_name}.so.*" "${ARROW_WHEEL_DIR}/lib/lib${_name}.so*")
  list(FILTER _candidates EXCLUDE REGEX "\\.[0-9]+\\.[0-9]+\\.[0-9]+$")
  if(_candidates)
    list(GET _candidates 0 _library)
    set(ArrowWheel_${_name}_LIBRARY "${_library}")
  endif()
  list(APPEND _arrow_required ArrowWheel_${_name}_LIBRARY)
endforeach()

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(ArrowWheel REQUIRED_VARS ${_arrow_required}
  REASON_FAILURE_MESSAGE "Set ARROW_WHEEL_DIR to an unpacked pyarrow wheel: packaging/run.sh fetches one.")

if(ArrowWheel_FOUND AND NOT TARGET Arrow::arrow)
  function(_arrow_imported target library)
    add_library(${target} SHARED IMPORTED)
    set_target_properties(${target} PROPERTIES
      IMPORTED_LOCATION "${library}"
      INTERFACE_INCLUDE_DIRECTORIES "${ArrowWheel_INCLUDE_DIR}"
      INTERFACE_SYSTEM_INCLUDE_DIRECTORIES "${ArrowWheel_INCLUDE_DIR}")
  endfunction()
  _arrow_imported(Arrow::arrow "${ArrowWheel_arrow_LIBRARY}")
  _arrow_imported(Arrow::compute "${ArrowWheel_arrow_compute_LIBRARY}")
  _arrow_imported(Arrow::parquet "${ArrowWheel_parquet_LIBRARY}")
  target_link_libraries(Arrow::compute INTERFACE Arrow::arrow)
  target_link_libraries(Arrow::parquet INTERFACE Arrow::arrow)
endif()
