# Proves that the architecture check fails where it must: each row is a scratch tree with one file, and what the check has to
# say of it. The tree declares base, graph (may use base), engine (may use base and LibTorch) and ui (may use graph and Qt).
cmake_minimum_required(VERSION 3.25)

set(places "base|src/base||
graph|src/graph|base|
engine|src/engine|base|torch
ui|ui|base,graph|qt,qtwidgets
")

set(failures "")
set(rows 0)

# row(FILE INCLUDE EXPECTED): EXPECTED is part of the check's message; empty: the check must pass.
function(row file include expected)
    math(EXPR count "${rows}+1")
    set(rows ${count} PARENT_SCOPE)
    file(REMOVE_RECURSE ${SCRATCH})
    file(WRITE ${SCRATCH}/places.txt "${places}")
    file(WRITE ${SCRATCH}/tree/${file} "#pragma once\n${include}\n")
    execute_process(COMMAND ${CMAKE_COMMAND} -DROOT=${SCRATCH}/tree -DPLACES=${SCRATCH}/places.txt -DQT_HEADERS=${QT_HEADERS} -P ${CHECK}
        RESULT_VARIABLE code OUTPUT_VARIABLE output ERROR_VARIABLE output)
    string(REGEX REPLACE "[ \n]+" " " output "${output}")
    string(FIND "${output}" "${expected}" position)
    if(expected STREQUAL "" AND NOT code EQUAL 0)
        set(failures ${failures} "${file} with ${include} should have passed: ${output}" PARENT_SCOPE)
    elseif(NOT expected STREQUAL "" AND (code EQUAL 0 OR position LESS 0))
        set(failures ${failures} "${file} with ${include} should have failed with “${expected}”: ${output}" PARENT_SCOPE)
    endif()
endfunction()

row(src/graph/Good.h "#include \"base/Result.h\"" "")
row(src/graph/Good.h "#include <vector>" "")
row(src/engine/Good.cpp "#include <torch/torch.h>" "")
row(ui/page/Good.h "#include <QWidget>" "")
row(ui/page/Good.h "#include <QStringView>" "")
row(src/base/Up.h "#include \"graph/Graph.h\"" "src/base/Up.h: includes \"graph/Graph.h\", but base does not declare DEPENDS graph")
row(src/graph/Up.cpp "#  include \"engine/Network.h\"" "graph does not declare DEPENDS engine")
row(src/graph/Angle.h "#include <engine/Network.h>" "graph does not declare DEPENDS engine")
row(src/graph/Around.h "#include \"../engine/Network.h\"" "by a way around")
row(ui/page/Tensor.h "#include \"engine/Network.h\"" "ui does not declare DEPENDS engine")
row(ui/page/Tensor.h "#include <torch/torch.h>" "ui does not declare EXTERNAL torch")
row(src/graph/Pixels.cpp "#include <opencv2/core.hpp>" "graph does not declare EXTERNAL opencv")
row(src/graph/Window.h "#include <QPushButton>" "graph does not declare EXTERNAL qtwidgets")
row(src/graph/Window.h "#include <QTabWidget>" "graph does not declare EXTERNAL qtwidgets")
row(src/graph/Window.h "#include <QtWidgets/QLabel>" "graph does not declare EXTERNAL qtwidgets")
row(src/graph/Core.h "#include <QString>" "graph does not declare EXTERNAL qt")
row(src/engine/Rows.cpp "#include <QSqlQuery>" "engine does not declare EXTERNAL qtsql")
row(src/stray/Lost.h "#include <vector>" "src/stray/Lost.h: lies in no declared place")

file(REMOVE_RECURSE ${SCRATCH})
if(failures)
    list(JOIN failures "\n  " text)
    message(FATAL_ERROR "the architecture check is wrong:\n  ${text}")
endif()
message(STATUS "${rows} scratch trees were judged right")
