@NullMarked
package org.stepwell.therapy.certification;

import org.jspecify.annotations.NullMarked;
