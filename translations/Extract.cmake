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

# What the catalogue of weights says to a person.
file(READ ${ROOT}/resources/catalogue/weights.json catalogue)
string(JSON count LENGTH "${catalogue}" weights)
math(EXPR last "${count} - 1")
set(text "")
foreach(i RANGE ${last})
    foreach(member origin description)
        string(JSON words GET "${catalogue}" weights ${i} ${member})
        string(REPLACE "\"" "\\\"" words "${words}")
        string(APPEND text "translate(\"Catalogue\", \"${words}\");\n")
    endforeach()
endforeach()
file(WRITE ${MIRROR}/catalogue.cpp "void catalogue() {\n${text}}\n")

execute_process(COMMAND ${LUPDATE} -silent -no-obsolete -locations none -source-language en -extensions cpp,h ${MIRROR} -ts ${TS}
    COMMAND_ERROR_IS_FATAL ANY)
