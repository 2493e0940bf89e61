# Compiler flags, sanitizers, the compiler cache and the linker.

add_library(graft_compiler INTERFACE)
target_compile_options(graft_compiler INTERFACE -Wall -Wextra -Wno-missing-field-initializers)
target_compile_definitions(graft_compiler INTERFACE QT_NO_KEYWORDS QT_NO_CAST_TO_ASCII QT_DISABLE_DEPRECATED_BEFORE=0x060400)

if(GRAFT_SANITIZE)
    add_compile_options(-fsanitize=${GRAFT_SANITIZE} -fno-omit-frame-pointer)
    add_link_options(-fsanitize=${GRAFT_SANITIZE})
endif()

find_program(GRAFT_CCACHE ccache)
if(GRAFT_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    # Precompiled headers carry time stamps that the cache must not look at.
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env
        CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime ${GRAFT_CCACHE})
    add_compile_options($<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>)
endif()

find_program(GRAFT_MOLD mold)
find_program(GRAFT_LLD ld.lld)
if(GRAFT_MOLD)
    add_link_options(-fuse-ld=mold)
elseif(GRAFT_LLD)
    add_link_options(-fuse-ld=lld)
endif()
add_link_options(-Wl,--as-needed)

# Qt 6.4's moc stumbles over libstdc++'s <concepts> where a header includes it before any Qt header; it needs nothing of it.
list(APPEND CMAKE_AUTOMOC_MOC_OPTIONS -D_GLIBCXX_CONCEPTS)
