# cmake -D NPM= -D NODE= -D SOURCE= -D DIST= -D OUTPUT= -P embed.cmake: builds the pages into DIST, writes them as C++ to OUTPUT.
if(NPM AND NODE AND EXISTS ${SOURCE}/node_modules/vite)
  execute_process(COMMAND ${NPM} run --silent build -- --outDir ${DIST} --emptyOutDir --logLevel warn
                  WORKING_DIRECTORY ${SOURCE} COMMAND_ERROR_IS_FATAL ANY)
else()
  message("web: npm or web/node_modules is not there: 'depesche serve' will have its API but no pages "
          "(cure: scripts/install-dependencies, then configure and build again)")
  file(REMOVE_RECURSE ${DIST})
  file(MAKE_DIRECTORY ${DIST})
endif()
if(NODE)
  execute_process(COMMAND ${NODE} ${SOURCE}/embed.mjs ${DIST} ${OUTPUT} COMMAND_ERROR_IS_FATAL ANY)
else()
  file(WRITE ${OUTPUT} "#include \"web/pages.h\"\nstd::span<const depesche::desk::PageFile> depesche::desk::page_files() { return {}; }\n")
endif()
