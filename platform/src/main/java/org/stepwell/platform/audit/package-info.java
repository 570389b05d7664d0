/**
 * Who did what to whose record: one row per request, written in the transaction of what was done, or in one of its own
 * where nothing was done; a hash chain over the rows; and its head, told to a topic and a file outside of the database.
 * Without its row, no answer leaves.
 */
@NullMarked
package org.stepwell.platform.audit;

import org.jspecify.annotations.NullMarked;
