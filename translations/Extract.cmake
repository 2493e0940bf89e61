# cmake -DROOT=… -DMIRROR=… -DLUPDATE=… -DTS=a.ts[;b.ts] -P Extract.cmake
# Brings TS up to date with every tr() and graft::translate() of the sources. lupdate passes over a call with arguments in
# braces, so it reads a copy of the sources in which `translate("Context", "text", {…})` reads `translate("Context", "text"), ({…})`.
cmake_minimum_required(VERSION 3.25)

set(literal "\"([^\"\\\\\n]|\\\\.)*\"[ \t\r\n]*")
file(REMOVE_RECURSE ${MIRROR})
file(GLOB_RECURSE sources RELATIVE ${ROOT} ${ROOT}/src/*.cpp ${ROOT}/src/*.h ${ROOT}/ui/*.cpp ${ROOT}/ui/*.h ${ROOT}/app/*.cpp ${ROOT}/app/*.h)
foreach(source IN LISTS sources)
    file(READ ${ROOT}/${source} text)
    string(REGEX REPLACE "(translate\\([ \t\r\n]*(${literal})+,[ \t\r\n]*(${literal})+),[ \t\r\n]*([{A-Za-z])" "\\1), (\\6" text "${text}")
    file(WRITE ${MIRROR}/${source} "${text}")
endforeach()

execute_process(COMMAND ${LUPDATE} -silent -no-obsolete -locations none -source-language en -extensions cpp,h ${MIRROR} -ts ${TS}
    COMMAND_ERROR_IS_FATAL ANY)
