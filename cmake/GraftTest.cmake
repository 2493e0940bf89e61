# graft_add_tests(FOLDER LIBRARIES lib… [TIMEOUT seconds] [PROCESSORS n] [LABELS label…] [PRECOMPILE header…])
# Every *Test.cpp of tests/FOLDER becomes one Qt Test program and one ctest. PROCESSORS: how many cores it keeps busy.
# PRECOMPILE: headers that are read once for the whole folder.

set(GRAFT_TEST_ENVIRONMENT "QT_QPA_PLATFORM=offscreen" "QT_LOGGING_RULES=qt.qpa.*=false" "OMP_NUM_THREADS=2" "OMP_WAIT_POLICY=PASSIVE" "LC_ALL=C.UTF-8")
set(GRAFT_TEST_PATIENCE 1) # how much longer than usual a test may take
if(GRAFT_SANITIZE)
    set(suppressions ${PROJECT_SOURCE_DIR}/cmake/sanitizers)
    set(GRAFT_TEST_PATIENCE 8)
    list(APPEND GRAFT_TEST_ENVIRONMENT
        "ASAN_OPTIONS=detect_leaks=1:strict_string_checks=1:detect_stack_use_after_return=0:new_delete_type_mismatch=0:suppressions=${suppressions}/address.txt"
        "LSAN_OPTIONS=suppressions=${suppressions}/leak.txt:print_suppressions=0"
        "UBSAN_OPTIONS=print_stacktrace=1:halt_on_error=1:suppressions=${suppressions}/undefined.txt"
        "TSAN_OPTIONS=suppressions=${suppressions}/thread.txt:history_size=4:ignore_noninstrumented_modules=1:second_deadlock_stack=1")
    if(GRAFT_SANITIZE MATCHES "thread")
        # libgomp is not instrumented: its barriers would look like races.
        list(TRANSFORM GRAFT_TEST_ENVIRONMENT REPLACE "^OMP_NUM_THREADS=.*" "OMP_NUM_THREADS=1")
    endif()
endif()

# What holds for every ctest that runs one of our programs.
function(graft_test_properties test timeout)
    math(EXPR timeout "${timeout} * ${GRAFT_TEST_PATIENCE}")
    # One limit, not two: Qt Test would end a function after five minutes by itself.
    math(EXPR milliseconds "${timeout} * 1000")
    set_tests_properties(${test} PROPERTIES TIMEOUT ${timeout}
        ENVIRONMENT "${GRAFT_TEST_ENVIRONMENT};QTEST_FUNCTION_TIMEOUT=${milliseconds}")
endfunction()

function(graft_add_tests folder)
    cmake_parse_arguments(arg "" "TIMEOUT;PROCESSORS" "LIBRARIES;LABELS;PRECOMPILE" ${ARGN})
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 300)
    endif()
    if(NOT arg_PROCESSORS)
        set(arg_PROCESSORS 1)
    endif()
    file(GLOB tests CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${folder}/*Test.cpp)
    string(REPLACE "/" "_" prefix ${folder})
    set(first "")
    foreach(source IN LISTS tests)
        get_filename_component(stem ${source} NAME_WE)
        set(target ${prefix}_${stem})
        add_executable(${target} ${source})
        set_target_properties(${target} PROPERTIES AUTOMOC ON RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
        target_link_libraries(${target} PRIVATE graft_compiler graft_test_support ${arg_LIBRARIES} Qt6::Test)
        if(arg_PRECOMPILE AND first)
            target_precompile_headers(${target} REUSE_FROM ${first})
        elseif(arg_PRECOMPILE)
            target_precompile_headers(${target} PRIVATE ${arg_PRECOMPILE})
            set(first ${target})
        endif()
        add_test(NAME ${folder}.${stem} COMMAND ${target})
        graft_test_properties(${folder}.${stem} ${arg_TIMEOUT})
        set_tests_properties(${folder}.${stem} PROPERTIES PROCESSORS ${arg_PROCESSORS} LABELS "${arg_LABELS}")
    endforeach()
endfunction()
