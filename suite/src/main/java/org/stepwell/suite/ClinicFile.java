package org.stepwell.suite;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * What a running clinic leaves for other programs of its user to find it.
 *
 * @param pid the launcher
 * @param startMillis when the launcher started, so that a stranger with its number is not taken for it
 * @param ready whether it has started as a whole
 * @param settings where everything is
 */
record ClinicFile(long pid, long startMillis, boolean ready, Settings settings) {
    // A launcher of another release may have left more than this one knows.
    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    /** Writes down that this process runs the clinic. */
    static void write(Settings settings, boolean ready) throws IOException {
        var launcher = Orphans.Child.current("launcher");
        var next = settings.run().resolve("clinic.json.next");
        JSON.writerWithDefaultPrettyPrinter()
                .writeValue(next.toFile(), new ClinicFile(launcher.pid(), launcher.startMillis(), ready, settings));
        Files.move(next, file(settings.home()), StandardCopyOption.ATOMIC_MOVE);
    }

    /** The clinic that runs in this folder, if one does; a file that nobody can read tells of none. */
    static Optional<ClinicFile> running(Path home) {
        var file = file(home);
        try {
            return Files.exists(file)
                    ? Optional.of(JSON.readValue(file.toFile(), ClinicFile.class))
                            .filter(clinic -> clinic.launcher().isPresent())
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The launcher's process, if it lives. */
    Optional<ProcessHandle> launcher() {
        return new Orphans.Child("launcher", pid, startMillis).process();
    }

    private static Path file(Path home) {
        return home.resolve("run/clinic.json");
    }
}
