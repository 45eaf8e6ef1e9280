// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Private to core/data: comparisons as ranges of the values that a column can hold.

#include "data/filter_program_arrow.h"
#include "data/filter_syntax.h"

#include <cmath>
#include <limits>
#include <type_traits>

namespace lepton::data {

/// The value at which a comparison changes, in steps of the column's values.
template <class T>
struct Bound
{
    T value{};          ///< the largest step that is not above the value
    bool exact = false; ///< it is the value
    int beyond = 0;     ///< the value is below (-1) or above (1) all that the column can hold
};

template <class T>
T stepDown(T value)
{
    if constexpr (std::is_same_v<T, double>)
        return std::nextafter(value, -std::numeric_limits<double>::infinity());
    else
        return value - 1;
}

template <class T>
T stepUp(T value)
{
    if constexpr (std::is_same_v<T, double>)
        return std::nextafter(value, std::numeric_limits<double>::infinity());
    else
        return value + 1;
}

template <class T>
struct Limits
{
    static constexpr T low = std::numeric_limits<T>::min();
    static constexpr T high = std::numeric_limits<T>::max();
};
template <>
struct Limits<double>
{
    static constexpr double low = -std::numeric_limits<double>::infinity();
    static constexpr double high = std::numeric_limits<double>::infinity();
};
template <>
struct Limits<Int128>
{
    static constexpr Int128 high = static_cast<Int128>(~UInt128{0} >> 1);
    static constexpr Int128 low = -high - 1;
};

template <class T>
constexpr RangeTest<T> everything{Limits<T>::low, Limits<T>::high};
template <class T>
constexpr RangeTest<T> nothing{Limits<T>::high, Limits<T>::low};

template <class T>
RangeTest<T> atMost(const Bound<T>& bound)
{
    if (bound.beyond != 0)
        return bound.beyond < 0 ? nothing<T> : everything<T>;
    return {Limits<T>::low, bound.value};
}

template <class T>
RangeTest<T> below(const Bound<T>& bound)
{
    if (bound.beyond != 0 || !bound.exact)
        return atMost(bound);
    if (bound.value == Limits<T>::low)
        return nothing<T>;
    return {Limits<T>::low, stepDown(bound.value)};
}

template <class T>
RangeTest<T> above(const Bound<T>& bound)
{
    if (bound.beyond != 0)
        return bound.beyond > 0 ? nothing<T> : everything<T>;
    if (bound.value == Limits<T>::high)
        return nothing<T>;
    return {stepUp(bound.value), Limits<T>::high};
}

template <class T>
RangeTest<T> atLeast(const Bound<T>& bound)
{
    if (bound.beyond != 0 || !bound.exact)
        return above(bound);
    return {bound.value, Limits<T>::high};
}

template <class T>
RangeTest<T> rangeOf(FilterComparison comparison, const Bound<T>& bound)
{
    switch (comparison) {
    case FilterComparison::Less:
        return below(bound);
    case FilterComparison::LessEqual:
        return atMost(bound);
    case FilterComparison::Greater:
        return above(bound);
    case FilterComparison::GreaterEqual:
        return atLeast(bound);
    default:
        break;
    }
    return bound.exact && bound.beyond == 0 ? RangeTest<T>{bound.value, bound.value} : nothing<T>;
}

} // namespace lepton::data
