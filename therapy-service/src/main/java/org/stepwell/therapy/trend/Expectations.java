package org.stepwell.therapy.trend;

import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What may be expected of which questionnaire: data, read once. */
@Singleton
class Expectations {

    private static final String DATA = "/trend/expectations.json";

    private final List<Expectation> all;

    Expectations() {
        try (var in = Objects.requireNonNull(Expectations.class.getResourceAsStream(DATA))) {
            all = Arrays.asList(JsonMapper.builder().build().readValue(in, Expectation[].class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Expectation> all() {
        return all;
    }

    Optional<Expectation> of(String instrument) {
        return all.stream()
                .filter(expectation -> expectation.instrument().equals(instrument))
                .findFirst();
    }
}
