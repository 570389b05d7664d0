package org.stepwell.platform.testing;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Accounts of people who ask more often than one account may. Each is used until it is refused for that and no longer: to sign
 * the token of another costs far more than what is asked with it.
 */
final class Accounts {

    private static final int TOO_OFTEN = 429;

    private final Map<Somebody, Person> used = new HashMap<>();

    /** As an account of somebody that has not asked too often, or as nobody. */
    HttpResponse<String> ask(@Nullable Somebody somebody, Function<@Nullable String, HttpResponse<String>> request) {
        if (somebody == null) {
            return request.apply(null);
        }
        var answer = request.apply(
                used.computeIfAbsent(somebody, Somebody::anotherAccount).token());
        if (answer.statusCode() != TOO_OFTEN) {
            return answer;
        }
        var fresh = somebody.anotherAccount();
        used.put(somebody, fresh);
        return request.apply(fresh.token());
    }
}
