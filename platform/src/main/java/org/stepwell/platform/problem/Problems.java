package org.stepwell.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.inject.Singleton;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;
import org.stepwell.platform.database.DatabaseTrouble;

/** Turns whatever went wrong into a problem document. Nothing of ours leaks: a 500 carries a trace id and no detail. */
@Singleton
class Problems {

    private static final Logger LOG = Logger.getLogger(Problems.class);

    private final ProblemWriter writer;
    private final RuleBook rules;

    Problems(ProblemWriter writer, RuleBook rules) {
        this.writer = writer;
        this.rules = rules;
    }

    @ServerExceptionMapper
    RestResponse<Problem> refused(Refusal refusal, UriInfo uri) {
        return writer.answer(
                refusal.rule(), refusal.detail(), uri.getRequestUri().getPath(), refusal.errors());
    }

    @ServerExceptionMapper
    RestResponse<Problem> passing(PassingTrouble trouble, UriInfo uri) {
        return answer(HttpRule.TRY_AGAIN, trouble.detail(), uri);
    }

    @ServerExceptionMapper
    RestResponse<Problem> invalid(ConstraintViolationException invalid, UriInfo uri) {
        var errors = invalid.getConstraintViolations().stream()
                .map(violation -> new FieldError(Pointer.to(violation), violation.getMessage()))
                .sorted(java.util.Comparator.comparing(FieldError::pointer))
                .toList();
        var fields = errors.stream().map(FieldError::pointer).distinct().collect(Collectors.joining(", "));
        return writer.answer(
                HttpRule.INVALID_REQUEST,
                "Correct " + fields + ".",
                uri.getRequestUri().getPath(),
                errors);
    }

    /** Named apart, because Quarkus has a mapper of its own for it. */
    @ServerExceptionMapper
    RestResponse<Problem> mismatched(MismatchedInputException mismatched, UriInfo uri) {
        return unreadable(mismatched, uri);
    }

    @ServerExceptionMapper
    RestResponse<Problem> unreadable(JsonProcessingException unreadable, UriInfo uri) {
        var error = Unreadable.error(unreadable);
        return writer.answer(
                HttpRule.UNREADABLE_BODY,
                (error.pointer().isEmpty() ? "The body" : error.pointer()) + ": " + error.detail() + ".",
                uri.getRequestUri().getPath(),
                List.of(error));
    }

    @ServerExceptionMapper({
        AuthenticationFailedException.class,
        UnauthorizedException.class,
        io.quarkus.security.AuthenticationCompletionException.class
    })
    RestResponse<Problem> unauthenticated(UriInfo uri) {
        return answer(HttpRule.NOT_AUTHENTICATED, ProblemWriter.TOKEN_ADVICE, uri);
    }

    @ServerExceptionMapper
    RestResponse<Problem> forbidden(ForbiddenException forbidden, UriInfo uri) {
        return answer(HttpRule.NOT_ALLOWED, null, uri);
    }

    @ServerExceptionMapper
    RestResponse<Problem> http(WebApplicationException failure, UriInfo uri) {
        if (failure.getCause() instanceof JsonProcessingException json) {
            return unreadable(json, uri);
        }
        if (failure.getCause() instanceof Refusal refusal) {
            return refused(refusal, uri);
        }
        int status = failure.getResponse().getStatus();
        return switch (status) {
            case 400 -> answer(HttpRule.UNREADABLE_BODY, "The body or a parameter could not be read.", uri);
            case 401 -> unauthenticated(uri);
            case 403 -> answer(HttpRule.NOT_ALLOWED, null, uri);
            case 404 -> answer(HttpRule.NOT_FOUND, null, uri);
            case 405 -> answer(HttpRule.METHOD_NOT_ALLOWED, null, uri);
            case 406 -> answer(HttpRule.NOT_ACCEPTABLE, null, uri);
            case 413 -> answer(HttpRule.BODY_TOO_LARGE, null, uri);
            case 415 -> answer(HttpRule.UNSUPPORTED_MEDIA_TYPE, null, uri);
            default -> ours(failure, uri);
        };
    }

    @ServerExceptionMapper
    RestResponse<Problem> anything(Exception failure, UriInfo uri) {
        for (@Nullable Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof Refusal refusal) {
                return refused(refusal, uri);
            }
            if (t instanceof OptimisticLockException) {
                return answer(HttpRule.STALE_VERSION, "Somebody changed it at the same moment. Read it again.", uri);
            }
        }
        if (DatabaseTrouble.passes(failure)) {
            LOG.warnf("database trouble that passes: %s", failure.toString());
            return answer(HttpRule.TRY_AGAIN, "The database did not answer in time.", uri);
        }
        var state = DatabaseTrouble.stateOf(failure).orElse("");
        if (state.startsWith("23")) {
            return constraint(failure, state, uri);
        }
        // 22P02 is what row security says where no clinic was chosen, and that is our mistake.
        if (state.startsWith("22") && !"22P02".equals(state)) {
            LOG.warnf("a value that can not be stored got as far as the database (%s)", state);
            return answer(
                    HttpRule.INVALID_REQUEST,
                    "A value can not be stored: a number or date out of bounds, or text with a NUL. Correct it.",
                    uri);
        }
        return ours(failure, uri);
    }

    private RestResponse<Problem> constraint(Throwable failure, String state, UriInfo uri) {
        var rule = DatabaseTrouble.constraintOf(failure).flatMap(rules::ofConstraint);
        if (rule.isPresent()) {
            return answer(rule.get(), null, uri);
        }
        if ("23503".equals(state)) {
            return answer(HttpRule.REFERENCE_UNKNOWN, "An id in the request names nothing in this clinic.", uri);
        }
        if ("23505".equals(state)) {
            LOG.warnf(
                    "%s has no rule of its name",
                    DatabaseTrouble.constraintOf(failure).orElse("a unique constraint"));
            return answer(HttpRule.MADE_MEANWHILE, "Somebody made the same at the same moment. Read it again.", uri);
        }
        // A constraint that nobody gave a rule, or a value we forgot to set: the caller can not do better.
        return ours(failure, uri);
    }

    private RestResponse<Problem> ours(Throwable failure, UriInfo uri) {
        LOG.error("a request failed by our mistake", failure);
        return answer(
                HttpRule.OUR_MISTAKE, "This was logged under the trace id; try again, or tell ops the trace id.", uri);
    }

    private RestResponse<Problem> answer(HttpRule rule, @Nullable String detail, UriInfo uri) {
        return answer((Rule) rule, detail, uri);
    }

    private RestResponse<Problem> answer(Rule rule, @Nullable String detail, UriInfo uri) {
        return writer.answer(rule, detail, uri.getRequestUri().getPath(), List.of());
    }
}
