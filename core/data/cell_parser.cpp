// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/cell_parser.h"

#include "data/calendar.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>

namespace lepton::data {

namespace {

/// Powers of ten that a double holds exactly.
constexpr std::array<double, 23> powersOfTen{1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                             1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                             1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
/// Every number of so many digits comes back from a double.
constexpr int safeDigits = 15;
/// More digits than this are never the spelling of a double.
constexpr std::size_t longestNumber = 120;

bool isDigit(char c) noexcept
{
    return c >= '0' && c <= '9';
}

int digit(char c) noexcept
{
    return c - '0';
}

/// Two digits at @p at, -1 when they are none.
int twoDigits(const char* at) noexcept
{
    return isDigit(at[0]) && isDigit(at[1]) ? digit(at[0]) * 10 + digit(at[1]) : -1;
}

/// The digits of a number without mark, exponent, and the zeros around that do not count.
struct Significant
{
    std::array<char, longestNumber> digits;
    std::size_t count = 0;
};

bool collectSignificant(std::string_view number, Significant& result) noexcept
{
    std::size_t zeros = 0;
    for (const char c : number) {
        if (c == 'e' || c == 'E')
            break;
        if (!isDigit(c) || (c == '0' && result.count == 0))
            continue;
        if (c == '0') {
            ++zeros;
            continue;
        }
        if (result.count + zeros + 1 > result.digits.size())
            return false;
        while (zeros > 0) {
            result.digits[result.count++] = '0';
            --zeros;
        }
        result.digits[result.count++] = c;
    }
    return true;
}

/// The double, written with as many digits as the text has, gives the same digits.
bool survives(std::string_view number, double value) noexcept
{
    Significant wanted;
    if (!collectSignificant(number, wanted))
        return false;
    if (wanted.count == 0)
        return true;
    std::array<char, longestNumber + 16> written;
    const auto end = std::to_chars(written.data(), written.data() + written.size(), std::abs(value),
                                   std::chars_format::scientific, static_cast<int>(wanted.count) - 1);
    if (end.ec != std::errc())
        return false;
    Significant got;
    if (!collectSignificant({written.data(), static_cast<std::size_t>(end.ptr - written.data())}, got))
        return false;
    return std::equal(wanted.digits.begin(),
                      wanted.digits.begin() + static_cast<std::ptrdiff_t>(wanted.count), got.digits.begin(),
                      got.digits.begin() + static_cast<std::ptrdiff_t>(got.count));
}

/// The value of what the fast path cannot do; false when a double does not hold it.
bool slowFloat(std::string_view unsigned_, char mark, bool lenient, double& value) noexcept
{
    std::array<char, 400> copy;
    if (mark != '.') {
        if (unsigned_.size() > copy.size())
            return false;
        std::replace_copy(unsigned_.begin(), unsigned_.end(), copy.begin(), mark, '.');
        unsigned_ = {copy.data(), unsigned_.size()};
    }
    const auto result = std::from_chars(unsigned_.data(), unsigned_.data() + unsigned_.size(), value);
    if (result.ec != std::errc() || result.ptr != unsigned_.data() + unsigned_.size() ||
        !std::isfinite(value))
        return false;
    return lenient || survives(unsigned_, value);
}

bool parseZone(std::string_view text, std::int64_t& minutes) noexcept
{
    minutes = 0;
    if (text == "Z")
        return true;
    if (text.size() < 3 || (text[0] != '+' && text[0] != '-'))
        return false;
    const int hours = twoDigits(text.data() + 1);
    int rest = 0;
    if (text.size() == 5)
        rest = twoDigits(text.data() + 3);
    else if (text.size() == 6 && text[3] == ':')
        rest = twoDigits(text.data() + 4);
    else if (text.size() != 3)
        return false;
    if (hours < 0 || hours > 23 || rest < 0 || rest > 59)
        return false;
    minutes = (hours * 60 + rest) * (text[0] == '-' ? -1 : 1);
    return true;
}

} // namespace

bool parseInteger(std::string_view text, std::int64_t& value) noexcept
{
    const char* at = text.data();
    const char* const end = at + text.size();
    const bool negative = at != end && *at == '-';
    at += negative ? 1 : 0;
    const auto digits = static_cast<std::size_t>(end - at);
    if (digits == 0 || digits > 19)
        return false;
    if (*at == '0') {
        value = 0;
        return digits == 1 && !negative;
    }
    std::uint64_t number = 0;
    for (; at != end; ++at) {
        const auto d = static_cast<unsigned>(static_cast<unsigned char>(*at)) - '0';
        if (d > 9)
            return false;
        number = number * 10 + d; // 19 digits fit into 64 bits without a sign
    }
    constexpr auto most = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    if (number > most + (negative ? 1 : 0))
        return false;
    value = static_cast<std::int64_t>(negative ? 0 - number : number);
    return true;
}

bool parseFloat(std::string_view text, char mark, bool lenient, NumberForm& form) noexcept
{
    form = {};
    std::size_t at = 0;
    const bool negative = !text.empty() && text[0] == '-';
    form.plus = !text.empty() && text[0] == '+';
    at += negative || form.plus ? 1 : 0;
    const std::size_t begin = at;
    std::uint64_t mantissa = 0;
    int significant = 0;
    const auto take = [&](char c) {
        if (significant > 0 || c != '0')
            ++significant;
        if (significant <= 19)
            mantissa = mantissa * 10 + static_cast<std::uint64_t>(digit(c));
    };
    while (at < text.size() && isDigit(text[at]))
        take(text[at++]);
    const std::size_t whole = at - begin;
    if (whole > 1 && text[begin] == '0' && !lenient)
        return false;
    form.plain = true;
    if (at < text.size() && text[at] == mark) {
        form.plain = false;
        const std::size_t first = ++at;
        while (at < text.size() && isDigit(text[at]))
            take(text[at++]);
        form.decimals = static_cast<int>(std::min<std::size_t>(at - first, 10'000));
    }
    if (whole == 0 && form.decimals == 0)
        return false;
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        form.plain = false;
        form.exponent = true;
        ++at;
        at += at < text.size() && (text[at] == '+' || text[at] == '-') ? 1 : 0;
        const std::size_t first = at;
        while (at < text.size() && isDigit(text[at]))
            ++at;
        if (at == first)
            return false;
    }
    if (at != text.size())
        return false;
    if (!form.exponent && significant <= safeDigits && form.decimals <= 22) {
        // Both are exact doubles, so that one division rounds correctly (Clinger).
        form.value = static_cast<double>(mantissa) / powersOfTen[static_cast<std::size_t>(form.decimals)];
    } else if (!slowFloat(text.substr(begin), mark, lenient, form.value)) {
        return false;
    }
    if (negative)
        form.value = -form.value;
    return true;
}

bool parseSpecialFloat(std::string_view text, double& value) noexcept
{
    if (equalsIgnoringCase(text, "nan")) {
        value = std::numeric_limits<double>::quiet_NaN();
        return true;
    }
    const bool negative = text.starts_with('-');
    if (negative || text.starts_with('+'))
        text.remove_prefix(1);
    if (!equalsIgnoringCase(text, "inf") && !equalsIgnoringCase(text, "infinity"))
        return false;
    value = negative ? -std::numeric_limits<double>::infinity() : std::numeric_limits<double>::infinity();
    return true;
}

bool parseBool(std::string_view text, bool lenient, bool& value) noexcept
{
    const auto isAny = [text](std::initializer_list<std::string_view> words) {
        return std::any_of(words.begin(), words.end(),
                           [&](auto word) { return equalsIgnoringCase(text, word); });
    };
    if (equalsIgnoringCase(text, "true") || (lenient && isAny({"1", "t", "y", "yes"}))) {
        value = true;
        return true;
    }
    if (equalsIgnoringCase(text, "false") || (lenient && isAny({"0", "f", "n", "no"}))) {
        value = false;
        return true;
    }
    return false;
}

bool parseDate(std::string_view text, std::int32_t& days) noexcept
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-')
        return false;
    const int century = twoDigits(text.data());
    const int yearOfCentury = twoDigits(text.data() + 2);
    const int month = twoDigits(text.data() + 5);
    const int day = twoDigits(text.data() + 8);
    if (century < 0 || yearOfCentury < 0 || month < 1 || month > 12 || day < 1)
        return false;
    const int year = century * 100 + yearOfCentury;
    if (year < 1 || day > daysInMonth(year, month))
        return false;
    days = static_cast<std::int32_t>(daysFromCivil(year, month, day));
    return true;
}

bool parseTime(std::string_view text, std::int64_t& microseconds) noexcept
{
    if (text.size() < 5 || text[2] != ':')
        return false;
    const int hours = twoDigits(text.data());
    const int minutes = twoDigits(text.data() + 3);
    int seconds = 0;
    std::int64_t fraction = 0;
    if (text.size() > 5) {
        if (text.size() < 8 || text[5] != ':')
            return false;
        seconds = twoDigits(text.data() + 6);
        if (text.size() > 8) {
            if (text[8] != '.' || text.size() == 9)
                return false;
            std::int64_t unit = 100'000;
            for (const char c : text.substr(9)) {
                if (!isDigit(c) || (unit == 0 && c != '0'))
                    return false;
                fraction += digit(c) * unit;
                unit /= 10;
            }
        }
    }
    if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59 || seconds < 0 || seconds > 59)
        return false;
    microseconds = ((hours * 60 + minutes) * 60 + seconds) * microsecondsPerSecond + fraction;
    return true;
}

bool parseTimestamp(std::string_view text, std::int64_t& microseconds, bool& zone) noexcept
{
    std::int32_t days = 0;
    if (text.size() < 16 || (text[10] != 'T' && text[10] != ' ') || !parseDate(text.substr(0, 10), days))
        return false;
    std::string_view time = text.substr(11);
    const std::size_t zoneAt = time.find_first_of("Z+-");
    std::int64_t minutes = 0;
    zone = zoneAt != std::string_view::npos;
    if (zone) {
        if (!parseZone(time.substr(zoneAt), minutes))
            return false;
        time = time.substr(0, zoneAt);
    }
    std::int64_t ofDay = 0;
    if (!parseTime(time, ofDay))
        return false;
    microseconds = days * microsecondsPerDay + ofDay - minutes * 60 * microsecondsPerSecond;
    return true;
}

bool equalsIgnoringCase(std::string_view text, std::string_view lowerCase) noexcept
{
    return text.size() == lowerCase.size() &&
           std::equal(text.begin(), text.end(), lowerCase.begin(), [](char a, char b) {
               return (a >= 'A' && a <= 'Z' ? static_cast<char>(a - 'A' + 'a') : a) == b;
           });
}

std::string_view trimmed(std::string_view text) noexcept
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t'))
        text.remove_suffix(1);
    return text;
}

} // namespace lepton::data
