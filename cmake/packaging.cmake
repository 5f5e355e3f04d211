# What `cmake --install` puts where, and the Debian package (`cpack`, or scripts/package). The program finds its share
# directory from its own place (apps/depesche/command.cpp), so any prefix works.
include(GNUInstallDirs)
set(docs ${PROJECT_BINARY_DIR}/man)
install(TARGETS depesche RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(FILES ${PROJECT_BINARY_DIR}/share/depesche/knowledge.dkb DESTINATION ${CMAKE_INSTALL_DATADIR}/depesche)
# Where scripts/install-dependencies has not been run these two were not built, and the program works without them.
install(FILES ${PROJECT_BINARY_DIR}/share/depesche/german.dlx ${PROJECT_BINARY_DIR}/share/depesche/gazetteer.dkb
  DESTINATION ${CMAKE_INSTALL_DATADIR}/depesche OPTIONAL)
install(DIRECTORY knowledge models schema DESTINATION ${CMAKE_INSTALL_DATADIR}/depesche)
install(FILES README.md CHANGELOG.md DEPENDENCIES.md DESTINATION ${CMAKE_INSTALL_DOCDIR})

# Manual pages and completions are what the program says of itself.
set(completions ${PROJECT_BINARY_DIR}/completions)
add_custom_command(
  OUTPUT ${completions}/depesche.bash ${completions}/_depesche ${completions}/depesche.fish
  COMMAND ${CMAKE_COMMAND} -E make_directory ${completions}
  COMMAND $<TARGET_FILE:depesche> completion bash > ${completions}/depesche.bash
  COMMAND $<TARGET_FILE:depesche> completion zsh > ${completions}/_depesche
  COMMAND $<TARGET_FILE:depesche> completion fish > ${completions}/depesche.fish
  DEPENDS depesche COMMENT "Completions")
add_custom_target(completions ALL DEPENDS ${completions}/depesche.bash)
install(FILES ${completions}/depesche.bash RENAME depesche DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
install(FILES ${completions}/_depesche DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions)
install(FILES ${completions}/depesche.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
find_program(HELP2MAN help2man)
if(HELP2MAN)
  add_custom_command(
    OUTPUT ${docs}/depesche.1.gz
    COMMAND ${PROJECT_SOURCE_DIR}/scripts/man-pages $<TARGET_FILE:depesche> ${docs}
    DEPENDS depesche knowledge_image scripts/man-pages COMMENT "Manual pages")
  add_custom_target(man ALL DEPENDS ${docs}/depesche.1.gz)
  install(DIRECTORY ${docs}/ DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
else()
  message(WARNING "help2man is not installed: built without manual pages")
endif()

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME depesche)
set(CPACK_PACKAGE_CONTACT "The Depesche engineers <depesche@example.org>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "Coder of political events in German and English news reports")
set(CPACK_PACKAGE_DESCRIPTION "Reads news reports and writes down who did what to whom, who said so, on which condition,
and which commitments now bind them; keeps a ledger of them in a database.")
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
include(CPack)
