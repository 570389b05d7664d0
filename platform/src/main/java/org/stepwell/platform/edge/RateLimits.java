package org.stepwell.platform.edge;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.stepwell.platform.problem.HttpRule;

/**
 * Counts who asks how often: addresses before a token is looked at, accounts after. Its scope makes it at the first
 * request: filters are made before settings can be read.
 */
@ApplicationScoped
class RateLimits {

    /** Refusals by what is counted; whoever guesses or floods shows here, because they are refused before the audit. */
    static final String REFUSED = "stepwell.limits.refused";

    private static final int UNAUTHORIZED = HttpRule.NOT_AUTHENTICATED.status();

    private final Pace addresses;
    private final Pace anonymous;
    private final Pace principals;
    private final Pace rationed;
    private final Pace rationedAnonymous;
    private final Pace links;
    private final CallerAddress callers;
    private final int refusedTokenCost;
    private final MeterRegistry meters;

    RateLimits(Limits limits, CallerAddress callers, MeterRegistry meters) {
        addresses = Pace.perSecond("address", limits.addressPerSecond(), limits.addressBurst(), System::nanoTime);
        anonymous = Pace.perSecond("anonymous", limits.anonymousPerSecond(), limits.anonymousBurst(), System::nanoTime);
        principals =
                Pace.perSecond("principal", limits.principalPerSecond(), limits.principalBurst(), System::nanoTime);
        rationed = Pace.perSecond("rationed", limits.rationedPerSecond(), limits.rationedBurst(), System::nanoTime);
        rationedAnonymous = Pace.oneEach(
                "rationed-anonymous",
                limits.rationedAnonymousEach(),
                limits.rationedAnonymousBurst(),
                System::nanoTime);
        links = Pace.oneEach("link", limits.linkEach(), limits.linkBurst(), System::nanoTime);
        this.callers = callers;
        refusedTokenCost = limits.refusedTokenCost();
        this.meters = meters;
        for (var pace : List.of(addresses, anonymous, principals, rationed, rationedAnonymous, links)) {
            meters.counter(REFUSED, "counted", pace.name()); // there from the first, so that an alert sees it grow
        }
    }

    /** A turn of the address that a request comes from; the answer says what is left where it is refused. */
    Pace.Turn address(RoutingContext context) {
        var request = context.request();
        var caller = callers.caller(request);
        var turn = addresses.take(caller);
        if (turn.granted() && request.getHeader("Authorization") == null) {
            turn = anonymous.take(caller);
        } else if (turn.granted()) {
            context.addHeadersEndHandler(_ -> {
                if (context.response().getStatusCode() == UNAUTHORIZED) {
                    addresses.charge(caller, refusedTokenCost);
                }
            });
        }
        if (!turn.granted()) {
            say(turn, context.response());
        }
        return turn;
    }

    /** A turn of an account, of the kind that the operation asks for. */
    Pace.Turn principal(String subject, boolean isRationed, HttpServerResponse response) {
        var turn = principals.take(subject);
        if (turn.granted() && isRationed) {
            turn = rationed.take(subject);
        }
        say(turn, response);
        return turn;
    }

    /** A turn of an address that brought a token to what is open to anyone: nobody looks at it, and it counts as none. */
    Pace.Turn unread(RoutingContext context) {
        var turn = anonymous.take(callers.caller(context.request()));
        if (!turn.granted()) {
            say(turn, context.response());
        }
        return turn;
    }

    /** A turn of an address at something rationed that is open to anyone. */
    Pace.Turn rationedAddress(RoutingContext context) {
        var turn = rationedAnonymous.take(callers.caller(context.request()));
        say(turn, context.response());
        return turn;
    }

    /** A turn of a secret link, whoever opens it and however they spell the rest of its path: each opening is written down. */
    Pace.Turn link(String secret, HttpServerResponse response) {
        var turn = links.take(secret);
        say(turn, response);
        return turn;
    }

    private void say(Pace.Turn turn, HttpServerResponse response) {
        response.putHeader("RateLimit", turn.field()).putHeader("RateLimit-Policy", turn.policy());
        if (!turn.granted()) {
            meters.counter(REFUSED, "counted", turn.pace().name()).increment();
            response.putHeader("Retry-After", Long.toString(Math.max(1, turn.nextSeconds())));
        }
    }
}
