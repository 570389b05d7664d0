package org.stepwell.enrollment.consent;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.inject.Singleton;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.ConsentId;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.seal.Seal;

/** The parts of a consent that no column search needs: words sealed, terms as one column of JSON. */
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

    /** Terms are read and written whole. */
    @Converter
    static class TermsColumn implements AttributeConverter<@Nullable Terms, @Nullable String> {

        @Override
        public @Nullable String convertToDatabaseColumn(@Nullable Terms terms) {
            return terms == null ? null : write(terms);
        }

        @Override
        public @Nullable Terms convertToEntityAttribute(@Nullable String column) {
            return column == null ? null : read(column, Terms.class);
        }
    }
}
