package org.stepwell.platform.http;

import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list in the order things were made; the next one starts {@code after} the last id of this one. The answer
 * also carries a Link header (RFC 8288).
 */
public record Page<T>(List<T> items, @Nullable String after) {

    /**
     * Cuts a page out of {@code limit + 1} found rows: the one too many only says that there is more.
     *
     * @param found at most {@link PageRequest#fetch()} rows
     */
    public static <E, T> RestResponse<Page<T>> of(
            List<E> found, PageRequest request, Function<E, T> view, Function<E, ?> id, UriInfo uri) {
        return ofSome(found, request, rows -> rows.stream().map(view).toList(), id, uri);
    }

    /**
     * The same where the rows are looked at together, and not each of them has something to show: a page may be short or empty, and
     * still go on.
     */
    public static <E, T> RestResponse<Page<T>> ofSome(
            List<E> found, PageRequest request, Function<List<E>, List<T>> views, Function<E, ?> id, UriInfo uri) {
        boolean more = found.size() > request.limit();
        var rows = more ? found.subList(0, request.limit()) : found;
        @Nullable String after = more ? id.apply(rows.getLast()).toString() : null;
        var answer = RestResponse.ResponseBuilder.ok(new Page<>(views.apply(rows), after));
        if (after != null) {
            var next =
                    uri.getRequestUriBuilder().replaceQueryParam("after", after).build();
            answer.header("Link", "<%s?%s>; rel=\"next\"".formatted(next.getPath(), next.getRawQuery()));
        }
        return answer.build();
    }
}
