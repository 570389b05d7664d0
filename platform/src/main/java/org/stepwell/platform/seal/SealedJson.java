package org.stepwell.enrollment.consent;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.inject.Singleton;
import org.stepwell.contracts.id.ConsentId;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.seal.Seal;

/** Seals the parts of a consent that name people, each for its own place. */
@Singleton
class SealedJson {

    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    private final Seal seal;

    SealedJson(Seal seal) {
        this.seal = seal;
    }

    String seal(ConsentId consent, String part, Object value) {
        return seal.seal(ClinicContext.clinic(), purpose(consent, part), write(value));
    }

    <T> T open(ConsentId consent, String part, String sealed, Class<T> type) {
        return read(seal.open(ClinicContext.clinic(), purpose(consent, part), sealed), type);
    }

    private static String purpose(ConsentId consent, String part) {
        return "consent-%s/%s".formatted(part, consent);
    }

    private static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a part of a consent could not be written", e);
        }
    }

    private static <T> T read(String json, Class<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a part of a consent could not be read", e);
        }
    }
}
