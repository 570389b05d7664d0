/** Which clinic a piece of work belongs to, and the wall in the database that keeps clinics apart. */
@NullMarked
package org.stepwell.platform.clinic;

import org.jspecify.annotations.NullMarked;
