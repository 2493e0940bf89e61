#pragma once

namespace graft {

/// Starts this program anew in its own place (same process, same arguments) with `name` = `value` in its
/// environment: for libraries that read a variable when they are loaded, before main(). Returns where
/// `name` is set already, whatever to, and where the system refuses.
void restartWith(const char* name, const char* value, char** arguments);

/// Computing threads sleep while they wait, instead of spinning, unless the person said otherwise
/// (OMP_WAIT_POLICY): beside other programs a run is then much faster, and alone as fast. Call first in
/// main().
void letThreadsSleep(char** arguments);

} // namespace graft
