# SPDX-License-Identifier: GPL-3.0-or-later
# Writes the numbered SQL files of FOLDER as C++ into OUTPUT: cmake -DFOLDER=... -DOUTPUT=... -P this_file
file(GLOB files "${FOLDER}/*.sql")
list(SORT files)
set(rows "")
set(expected 1)
foreach(file IN LISTS files)
  cmake_path(GET file STEM name)
  if(NOT name MATCHES "^([0-9][0-9][0-9][0-9])_[a-z0-9_]+$")
    message(FATAL_ERROR "${file}: a migration is named NNNN_name.sql")
  endif()
  string(REGEX REPLACE "^0*([0-9]+)_.*" "\\1" version "${name}")
  if(NOT version EQUAL expected)
    message(FATAL_ERROR "${file}: migration ${expected} is missing or there twice")
  endif()
  math(EXPR expected "${expected} + 1")
  file(READ "${file}" sql)
  string(APPEND rows "    {${version}, \"${name}\", R\"sql(${sql})sql\"},\n")
endforeach()
file(WRITE "${OUTPUT}.new" "// SPDX-License-Identifier: GPL-3.0-or-later
#include \"store/migration.h\"

namespace lepton::store {
namespace {

constexpr Migration all[] = {
${rows}};

} // namespace

std::span<const Migration> migrations()
{
    return all;
}

} // namespace lepton::store
")
file(COPY_FILE "${OUTPUT}.new" "${OUTPUT}")
file(REMOVE "${OUTPUT}.new")
