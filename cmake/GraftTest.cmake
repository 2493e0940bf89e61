# graft_add_tests(FOLDER LIBRARIES lib…): every *Test.cpp of tests/FOLDER becomes one Qt Test program and one ctest.

function(graft_add_tests folder)
    cmake_parse_arguments(arg "" "TIMEOUT" "LIBRARIES;LABELS" ${ARGN})
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 300)
    endif()
    file(GLOB tests CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${folder}/*Test.cpp)
    string(REPLACE "/" "_" prefix ${folder})
    foreach(source IN LISTS tests)
        get_filename_component(stem ${source} NAME_WE)
        set(target ${prefix}_${stem})
        add_executable(${target} ${source})
        set_target_properties(${target} PROPERTIES AUTOMOC ON RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
        target_link_libraries(${target} PRIVATE graft_compiler graft_test_support ${arg_LIBRARIES} Qt6::Test)
        add_test(NAME ${folder}.${stem} COMMAND ${target})
        set_tests_properties(${folder}.${stem} PROPERTIES TIMEOUT ${arg_TIMEOUT} LABELS "${arg_LABELS}"
            ENVIRONMENT "QT_QPA_PLATFORM=offscreen;QT_LOGGING_RULES=qt.qpa.*=false;OMP_NUM_THREADS=2;LC_ALL=C.UTF-8"
            SKIP_REGULAR_EXPRESSION "^nothing is skipped by this$")
    endforeach()
endfunction()
