# SPDX-License-Identifier: GPL-3.0-or-later
# Compiler options on one INTERFACE target, and the functions that make every library, program and test.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
# Qt 6.4's moc stumbles over libstdc++'s <concepts> when <compare> comes first; it has no use for it.
set(CMAKE_AUTOMOC_MOC_OPTIONS -D_GLIBCXX_CONCEPTS)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/bin")
if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Release)
endif()

# Depend mode spares a run of the preprocessor a file, the cache of inodes that of reading the precompiled headers.
find_program(LEPTON_CCACHE ccache)
if(LEPTON_CCACHE AND NOT LEPTON_FUZZ)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${CMAKE_COMMAND}" -E env
    CCACHE_SLOPPINESS=pch_defines,time_macros CCACHE_DEPEND=1 CCACHE_INODECACHE=1 "${LEPTON_CCACHE}")
endif()

add_library(lepton_options INTERFACE)
target_compile_features(lepton_options INTERFACE cxx_std_20)
target_compile_options(lepton_options INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wshadow
  $<$<BOOL:${LEPTON_WERROR}>:-Werror> $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>)
# GCC's garbage collector would walk the precompiled headers again and again, an eighth of the time of a widget's file.
target_compile_options(lepton_options INTERFACE $<$<CXX_COMPILER_ID:GNU>:--param=ggc-min-heapsize=1048576>)
# GCC 12 warns of copies and values in inlined std::string, std::variant and std::optional that cannot be (its bugs 105651,
# 105329 and 80635), GCC 14 still of some.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  target_compile_options(lepton_options INTERFACE -Wno-array-bounds)
  if(CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    target_compile_options(lepton_options INTERFACE -Wno-restrict -Wno-stringop-overflow -Wno-stringop-overread
      -Wno-maybe-uninitialized)
  else()
    target_compile_options(lepton_options INTERFACE -Wno-stringop-overflow -Wno-maybe-uninitialized)
  endif()
endif()
target_compile_definitions(lepton_options INTERFACE QT_NO_KEYWORDS)

foreach(_linker IN ITEMS mold lld)
  find_program(LEPTON_LINKER_${_linker} NAMES ${_linker} ld.${_linker})
  if(LEPTON_LINKER_${_linker})
    add_link_options(-fuse-ld=${_linker})
    break()
  endif()
endforeach()

if(LEPTON_FUZZ)
  # Every library tells the fuzzer which branches it takes.
  add_compile_options(-fsanitize=fuzzer-no-link)
  add_link_options(-fsanitize=fuzzer-no-link)
endif()
if(LEPTON_SANITIZE)
  add_compile_options(-fsanitize=${LEPTON_SANITIZE} -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${LEPTON_SANITIZE})
  if(LEPTON_SANITIZE MATCHES "undefined")
    add_compile_options(-fno-sanitize-recover=undefined)
  endif()
endif()

# GCC takes a file that is compiled together with others for a header, in whose types none of an anonymous namespace may
# be.
function(lepton_compile_together target)
  if(CMAKE_UNITY_BUILD AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(${target} PRIVATE -Wno-subobject-linkage)
  endif()
endfunction()

# What does not compute spends its time in SQLite, Qt and the disk: there the quickest compilation counts.
function(lepton_optimize_lightly target)
  if(CMAKE_BUILD_TYPE STREQUAL "Release")
    target_compile_options(${target} PRIVATE -O1)
  endif()
endfunction()

#[[
_lepton_shared_headers(target HEADERS ... [LIBS libs...] [COMPUTES])

Headers of others that most files include, compiled once for all who reuse them; a build with
CMAKE_DISABLE_PRECOMPILE_HEADERS shows that no file relies on that. Our own headers are not among them: they
change alone, and a compiler cache may keep what was made of older ones. GCC optimises a file as its precompiled
headers were, whatever its own -O says: those with COMPUTES are for what computes.
]]
function(_lepton_shared_headers target)
  cmake_parse_arguments(ARG "COMPUTES" "" "HEADERS;LIBS" ${ARGN})
  set(source "${PROJECT_BINARY_DIR}/${target}.cpp")
  if(NOT EXISTS "${source}")
    file(WRITE "${source}" "")
  endif()
  add_library(${target} OBJECT "${source}")
  set_target_properties(${target} PROPERTIES AUTOMOC OFF)
  target_link_libraries(${target} PRIVATE lepton_options ${ARG_LIBS})
  if(NOT ARG_COMPUTES)
    lepton_optimize_lightly(${target})
  endif()
  target_precompile_headers(${target} PRIVATE ${ARG_HEADERS})
endfunction()

# To be called after the packages were found.
function(lepton_define_shared_headers)
  set(standard <algorithm> <array> <atomic> <chrono> <cmath> <cstdint> <filesystem> <functional> <map> <memory> <mutex>
    <optional> <set> <span> <string> <string_view> <thread> <utility> <variant> <vector> <nlohmann/json.hpp>)
  _lepton_shared_headers(lepton_standard_headers HEADERS ${standard} LIBS nlohmann_json::nlohmann_json)
  _lepton_shared_headers(lepton_computing_headers HEADERS ${standard} LIBS nlohmann_json::nlohmann_json COMPUTES)
  if(LEPTON_TESTS)
    _lepton_shared_headers(lepton_test_headers
      HEADERS ${standard} <QDir> <QFile> <QMetaObject> <QObject> <QProcess> <QString> <QStringList> <QTemporaryDir> <QTimer> <QVariant>
      LIBS nlohmann_json::nlohmann_json Qt6::Core)
  endif()
  if(LEPTON_GUI)
    _lepton_shared_headers(lepton_widget_headers
      HEADERS ${standard} <QAccessible> <QAction> <QApplication> <QBoxLayout> <QComboBox> <QDateTime> <QDialog> <QDir>
        <QHeaderView> <QKeyEvent> <QLabel> <QLineEdit> <QListView> <QLocale> <QMenu> <QPainter> <QPlainTextEdit>
        <QPushButton> <QScrollArea> <QStackedWidget> <QStyledItemDelegate> <QTableView> <QTimer> <QToolButton>
      LIBS nlohmann_json::nlohmann_json Qt6::Widgets)
  endif()
endfunction()

#[[
lepton_library(name SOURCES ... [PUBLIC libs...] [PRIVATE libs...] [COMPUTES] [OWN_HEADERS])

Makes the static library lepton_<name>, alias lepton::<name>. Its headers are included as "<folder>/x.h"
through a link in the build folder that holds this one folder alone: a folder that is not linked cannot be
included. <folder> is the path below core/ (core/base -> "base/x.h"), and below the project for ui
(ui/theme -> "ui/theme/x.h"). With COMPUTES it is optimised fully. With OWN_HEADERS too, and the caller says which
headers are precompiled.
]]
function(lepton_library name)
  cmake_parse_arguments(ARG "COMPUTES;OWN_HEADERS" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
  set(target lepton_${name})
  add_library(${target} STATIC ${ARG_SOURCES})
  add_library(lepton::${name} ALIAS ${target})

  cmake_path(RELATIVE_PATH CMAKE_CURRENT_SOURCE_DIR BASE_DIRECTORY "${PROJECT_SOURCE_DIR}" OUTPUT_VARIABLE folder)
  string(REGEX REPLACE "^core/" "" folder "${folder}")
  set(root "${PROJECT_BINARY_DIR}/include/${name}")
  cmake_path(GET folder PARENT_PATH parent)
  file(MAKE_DIRECTORY "${root}/${parent}")
  file(CREATE_LINK "${CMAKE_CURRENT_SOURCE_DIR}" "${root}/${folder}" SYMBOLIC)
  target_include_directories(${target} PUBLIC "${root}")

  target_link_libraries(${target} PUBLIC ${ARG_PUBLIC} PRIVATE lepton_options ${ARG_PRIVATE})
  lepton_compile_together(${target})
  if(ARG_OWN_HEADERS)
    return()
  endif()
  if(ARG_COMPUTES)
    target_precompile_headers(${target} REUSE_FROM lepton_computing_headers)
    return()
  endif()
  lepton_optimize_lightly(${target})
  if(folder MATCHES "^ui/" OR target STREQUAL "lepton_workbench")
    target_precompile_headers(${target} REUSE_FROM lepton_widget_headers)
  else()
    target_precompile_headers(${target} REUSE_FROM lepton_standard_headers)
  endif()
endfunction()

#[[
Sets <mocs> to what moc makes of the test's own sources: tst_x.moc, which tst_x.cpp includes, and moc_y.cpp of a header
y.h. AUTOMOC would compile one more file for each test, empty for almost all. moc needs none of the headers that these
include.
]]
function(_lepton_moc_tests mocs name)
  set(made)
  foreach(source IN LISTS ARGN)
    cmake_path(GET source STEM stem)
    file(STRINGS "${source}" objects REGEX "^ *Q_OBJECT" LIMIT_COUNT 1)
    if(NOT objects)
      continue()
    endif()
    if(source MATCHES "\\.h$")
      set(moc "${CMAKE_CURRENT_BINARY_DIR}/${name}_moc/moc_${stem}.cpp")
    else()
      set(moc "${CMAKE_CURRENT_BINARY_DIR}/${name}_moc/${stem}.moc")
    endif()
    add_custom_command(OUTPUT "${moc}" COMMAND Qt6::moc -o "${moc}" "${CMAKE_CURRENT_SOURCE_DIR}/${source}"
      DEPENDS "${source}" VERBATIM)
    list(APPEND made "${moc}")
  endforeach()
  set(${mocs} ${made} PARENT_SCOPE)
endfunction()

#[[
lepton_add_test(name SOURCES ... LIBS ... [GUI] [OWN_HEADERS] [TIMEOUT seconds] [LABELS ...] [ENVIRONMENT VAR=value ...])

One Qt Test program. GUI tests run offscreen. It links libraries and compiles no product source again.
]]
function(lepton_add_test name)
  cmake_parse_arguments(ARG "GUI;OWN_HEADERS" "TIMEOUT" "SOURCES;LIBS;LABELS;ENVIRONMENT" ${ARGN})
  _lepton_moc_tests(mocs "${name}" ${ARG_SOURCES})
  add_executable(${name} ${ARG_SOURCES} ${mocs})
  set_target_properties(${name} PROPERTIES AUTOMOC OFF RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/tests")
  target_include_directories(${name} PRIVATE "${PROJECT_SOURCE_DIR}/tests" # "support/x.h"
    "${CMAKE_CURRENT_BINARY_DIR}/${name}_moc")
  target_link_libraries(${name} PRIVATE lepton_options ${ARG_LIBS} Qt6::Test)
  lepton_optimize_lightly(${name})
  target_compile_definitions(${name} PRIVATE LEPTON_SOURCE_DIR="${PROJECT_SOURCE_DIR}"
    LEPTON_BIN_DIR="${CMAKE_RUNTIME_OUTPUT_DIRECTORY}")
  if(ARG_GUI AND NOT ARG_OWN_HEADERS)
    target_precompile_headers(${name} REUSE_FROM lepton_widget_headers)
  elseif(NOT ARG_OWN_HEADERS)
    target_precompile_headers(${name} REUSE_FROM lepton_test_headers)
  endif()
  add_test(NAME ${name} COMMAND ${name})
  if(NOT ARG_TIMEOUT)
    set(ARG_TIMEOUT 300)
  endif()
  # the rest as EngineLoader::prepareEnvironment() sets it for programs
  set(environment "LEPTON_TEST=1" "MKL_DYNAMIC=FALSE" "GOMP_SPINCOUNT=3000" ${ARG_ENVIRONMENT})
  if(ARG_GUI)
    list(APPEND environment "QT_QPA_PLATFORM=offscreen")
  endif()
  set_tests_properties(${name} PROPERTIES TIMEOUT ${ARG_TIMEOUT} ENVIRONMENT "${environment}" LABELS "${ARG_LABELS}")
endfunction()
