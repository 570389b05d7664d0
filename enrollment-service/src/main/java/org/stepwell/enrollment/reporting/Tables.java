package org.stepwell.enrollment.reporting;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** The tables of this deployment, read when it starts: with a broken one it does not. */
@Singleton
@Startup
class Tables {

    private static final String PUBLIC_USE = "/reporting/public-use.json";
    private static final String EXAMPLE_STATE = "/reporting/example-state.json";

    private final CodeTable publicUse;
    private final StateTable state;

    Tables(ReportSettings settings) {
        publicUse = publicUse();
        state = settings.stateTable()
                .map(file -> StateTable.read(file.getFileName().toString(), text(file), publicUse))
                .orElseGet(() -> exampleState(publicUse));
    }

    /** The one table whose codes are public. */
    static CodeTable publicUse() {
        return CodeTable.read(PUBLIC_USE, resource(PUBLIC_USE));
    }

    static StateTable exampleState(CodeTable publicUse) {
        return StateTable.read(EXAMPLE_STATE, resource(EXAMPLE_STATE), publicUse);
    }

    CodeTable codes() {
        return publicUse;
    }

    StateTable state() {
        return state;
    }

    private static String resource(String name) {
        try (var stream = Objects.requireNonNull(Tables.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("stepwell.reporting.state-table can not be read", e);
        }
    }
}
