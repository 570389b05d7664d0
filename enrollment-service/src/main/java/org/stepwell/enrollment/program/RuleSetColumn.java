package org.stepwell.enrollment.program;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.stepwell.contracts.code.RuleSet;

/** A rule set as one column of JSON: it is read and written whole, and never searched. */
@Converter
class RuleSetColumn implements AttributeConverter<RuleSet, String> {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public String convertToDatabaseColumn(RuleSet rules) {
        try {
            return JSON.writeValueAsString(rules);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a rule set could not be written", e);
        }
    }

    @Override
    public RuleSet convertToEntityAttribute(String column) {
        try {
            return JSON.readValue(column, RuleSet.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a rule set could not be read", e);
        }
    }
}
