package org.stepwell.platform.probe;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Whoever comes in needs an account, as in production, and two connections are all there are to the database. */
public final class Strict implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("stepwell.accounts.required", "true", "stepwell.database.connections", "2");
    }
}
