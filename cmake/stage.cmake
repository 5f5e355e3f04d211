# depesche_stage(NAME SOURCES file... LINKS target...): one static library a folder of src/.
function(depesche_stage NAME)
  cmake_parse_arguments(ARG "" "" "SOURCES;LINKS" ${ARGN})
  add_library(depesche_${NAME} STATIC ${ARG_SOURCES})
  target_include_directories(depesche_${NAME} PUBLIC ${PROJECT_SOURCE_DIR}/src)
  target_link_libraries(depesche_${NAME} PUBLIC ${ARG_LINKS} PRIVATE depesche_options)
endfunction()

# depesche_test(NAME SOURCES file... LINKS target...): one GoogleTest binary a folder of tests/.
function(depesche_test NAME)
  cmake_parse_arguments(ARG "" "" "SOURCES;LINKS" ${ARGN})
  add_executable(${NAME}_test ${ARG_SOURCES})
  target_include_directories(${NAME}_test PRIVATE ${PROJECT_SOURCE_DIR}/tests)
  target_link_libraries(${NAME}_test PRIVATE ${ARG_LINKS} GTest::gtest_main GTest::gmock depesche_options)
  target_compile_definitions(${NAME}_test PRIVATE
    DEPESCHE_SOURCE_DIR="${PROJECT_SOURCE_DIR}" DEPESCHE_BUILD_DIR="${PROJECT_BINARY_DIR}")
  add_test(NAME ${NAME} COMMAND ${NAME}_test)
endfunction()
