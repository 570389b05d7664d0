package org.stepwell.scheduling.enrolled;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import org.stepwell.contracts.code.RuleSet;

/** Rule sets as they are kept. */
@Singleton
public class RuleSetText {

    private final ObjectMapper json;
    private final ObjectReader reader;

    RuleSetText(ObjectMapper json) {
        this.json = json;
        reader = json.readerFor(RuleSet.class).without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    /** What is kept. */
    public String write(RuleSet rules) {
        try {
            return json.writeValueAsString(rules);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a rule set could not be written", e);
        }
    }

    /** Reads many rows: hundreds of patients stand under a few rule sets. */
    public Reader reader() {
        return new Reader(new HashMap<>());
    }

    /** Reads each text once. */
    public final class Reader {
        private final Map<String, RuleSet> seen;

        private Reader(Map<String, RuleSet> seen) {
            this.seen = seen;
        }

        /** What was kept. */
        public RuleSet read(String rules) {
            return seen.computeIfAbsent(rules, RuleSetText.this::parse);
        }
    }

    private RuleSet parse(String rules) {
        try {
            return reader.readValue(rules);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored rule set could not be read", e);
        }
    }
}
