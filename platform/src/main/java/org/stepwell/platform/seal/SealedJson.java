package org.stepwell.platform.seal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.stepwell.platform.clinic.ClinicContext;

/** Seals the parts of a record that name people or say something in free text, each for its own place. */
@Singleton
public class SealedJson {

    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    private final Seal seal;

    SealedJson(Seal seal) {
        this.seal = seal;
    }

    /** Seals a value for one part of one record of the clinic at work, such as {@code consent-words} of a consent. */
    public String seal(String part, UUID record, Object value) {
        return seal.seal(ClinicContext.clinic(), place(part, record), write(part, value));
    }

    /** Opens what was sealed for the same part of the same record. */
    public <T> T open(String part, UUID record, String sealed, Class<T> type) {
        return read(part, seal.open(ClinicContext.clinic(), place(part, record), sealed), type);
    }

    static String place(String part, UUID record) {
        return "%s/%s".formatted(part, record);
    }

    private static String write(String part, Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("%s could not be written".formatted(part), e);
        }
    }

    private static <T> T read(String part, String json, Class<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("%s could not be read".formatted(part), e);
        }
    }
}
